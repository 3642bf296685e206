import type { VNode } from 'preact';
import { TextField } from '../design/text-field.component.js';
import { ADDRESS_PARTS } from './field-names.js';
import type { FormField } from './form-definition.js';
import type { FilledForm } from './question.component.js';

/** An address in parts, as one group. */
export const AddressQuestion = ({ field, form }: { field: FormField; form: FilledForm }): VNode => (
  <fieldset class="op-fieldset" aria-describedby="uitleg-adres">
    <legend class="op-legend">
      {field.label}
      <span class="op-label__optional"> (mag je overslaan)</span>
    </legend>
    <p class="op-hint" id="uitleg-adres">
      {field.help}
    </p>
    <div class="op-group">
      {ADDRESS_PARTS.map(({ name, label, autocomplete, look }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          value={form.values.raw(name)}
          error={form.errors.get(name)}
          autocomplete={autocomplete}
          look={look}
        />
      ))}
    </div>
  </fieldset>
);
