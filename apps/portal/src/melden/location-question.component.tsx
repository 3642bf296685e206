import type { VNode } from 'preact';
import { FieldError } from '../design/field-frame.component.js';
import { controlId, describedBy } from '../design/form-errors.js';
import { CheckboxQuestion, RadioQuestion, type Option } from '../design/options.component.js';
import { TextArea } from '../design/text-area.component.js';
import { TextField } from '../design/text-field.component.js';
import {
  ACTION,
  LOCATION_DESCRIPTION,
  LOCATION_FOUND,
  LOCATION_ID,
  LOCATION_MUNICIPALITY,
  LOCATION_SEARCH,
  SEARCH_ACTION,
} from './field-names.js';
import { readFound } from './found-locations.js';
import type { FormField } from './form-definition.js';
import type { FilledForm } from './question.component.js';

const NONE: Option = { value: '', label: 'Geen van deze' };

const Found = ({ form }: { form: FilledForm }): VNode | null => {
  const { kind, values } = form;
  const found = readFound(values.all(LOCATION_FOUND));
  if (found.length === 0) return null;
  const question = { name: LOCATION_ID, chosen: values.all(LOCATION_ID) };
  return (
    <>
      {found.map((option) => (
        <input
          key={option.value}
          type="hidden"
          name={LOCATION_FOUND}
          value={`${option.value}|${option.label}`}
        />
      ))}
      {kind === 'PERSONEELSTEKORT' ? (
        <CheckboxQuestion {...question} label="Kies een of meer locaties" options={found} />
      ) : (
        <RadioQuestion {...question} label="Kies de opvang" options={[...found, NONE]} />
      )}
    </>
  );
};

const SearchBox = ({ field, form }: { field: FormField; form: FilledForm }): VNode => {
  const error = form.errors.get(LOCATION_SEARCH);
  return (
    <div class={error === undefined ? 'op-field' : 'op-field op-field--error'}>
      <label class="op-label" for={controlId(LOCATION_SEARCH)}>
        Zoek op naam of gemeente
        {field.rule === 'optional' ? <span class="op-label__optional"> (mag je overslaan)</span> : null}
      </label>
      <FieldError name={LOCATION_SEARCH} error={error} />
      <div class="op-search">
        <input
          class="op-input"
          id={controlId(LOCATION_SEARCH)}
          name={LOCATION_SEARCH}
          type="search"
          value={form.values.raw(LOCATION_SEARCH)}
          autocomplete="off"
          aria-describedby={describedBy(LOCATION_SEARCH, undefined, error)}
          aria-invalid={error === undefined ? undefined : 'true'}
        />
        {/* Sends the form to the same page: what was typed comes back with the choices. */}
        <button
          class="op-button op-button--quiet"
          type="submit"
          name={ACTION}
          value={SEARCH_ACTION}
          formaction={`${form.action}#opvang`}
        >
          Zoek opvang
        </button>
      </div>
    </div>
  );
};

const OwnWords = ({ form }: { form: FilledForm }): VNode => (
  <>
    <TextArea
      name={LOCATION_DESCRIPTION}
      label="Niet gevonden? Beschrijf de opvang"
      hint="Bijvoorbeeld: de crèche naast de bibliotheek, met het groene hek."
      value={form.values.raw(LOCATION_DESCRIPTION)}
      error={form.errors.get(LOCATION_DESCRIPTION)}
      size="small"
      optional
    />
    <TextField
      name={LOCATION_MUNICIPALITY}
      label="In welke gemeente?"
      value={form.values.raw(LOCATION_MUNICIPALITY)}
      error={form.errors.get(LOCATION_MUNICIPALITY)}
      optional
    />
  </>
);

/** Which childcare: found by name or municipality, or described in one's own words. */
export const LocationQuestion = ({ field, form }: { field: FormField; form: FilledForm }): VNode => {
  const isFound = readFound(form.values.all(LOCATION_FOUND)).length > 0;
  const wasSearched = form.values.has(ACTION, SEARCH_ACTION) && form.values.text(LOCATION_SEARCH) !== '';
  return (
    <fieldset class="op-fieldset" id="opvang">
      <legend class="op-legend">{field.label}</legend>
      <SearchBox field={field} form={form} />
      {wasSearched && !isFound ? (
        <p role="status">
          We vonden geen opvang met die naam of gemeente. Beschrijf ze hieronder, dan zoeken wij het uit.
        </p>
      ) : null}
      <Found form={form} />
      <OwnWords form={form} />
    </fieldset>
  );
};
