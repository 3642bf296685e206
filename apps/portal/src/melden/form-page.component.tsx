import type { VNode } from 'preact';
import { ErrorSummary } from '../design/error-summary.component.js';
import { Notice } from '../design/notice.component.js';
import { PublicPage } from '../page/public-page.component.js';
import { mayBeLeftOut } from './form-check.js';
import { ADDRESS_PARTS, ASKED_BEFORE, MELDING_FORM, SEND_KEY } from './field-names.js';
import type { FormDefinition, FormField } from './form-definition.js';
import { formSections, inPageOrder, type FormSection } from './form-sections.js';
import { Question, type FilledForm } from './question.component.js';

interface FormPageProps {
  exitUrl: string;
  definition: FormDefinition;
  form: FilledForm;
  /** Makes sending twice one melding. */
  sendKey: string;
  /** What happened to an attempt to send that no field can mend. */
  trouble: VNode | undefined;
}

const SEND_ANYWAY =
  'Weet je iets niet, kies dan “Weet ik niet”. Heb je geen tijd voor alle vragen? Klik onderaan nog eens op Verstuur: dan nemen we je bericht zo aan.';

const isTouched = ({ field }: FormField, { values, errors }: FilledForm): boolean =>
  errors.has(field) ||
  values.all(field).length > 0 ||
  (field === 'contact.address' && ADDRESS_PARTS.some(({ name }) => errors.has(name)));

const MoreQuestions = ({ section, form }: { section: FormSection; form: FilledForm }): VNode | null =>
  section.more.length === 0 ? null : (
    <details class="op-more" open={section.more.some((field) => isTouched(field, form))}>
      <summary>{section.moreTitle} (mag je overslaan)</summary>
      <div class="op-more__body">
        {section.more.map((field) => (
          <Question key={field.field} field={field} form={form} />
        ))}
      </div>
    </details>
  );

const Section = ({ section, form }: { section: FormSection; form: FilledForm }): VNode => (
  <section class="op-section">
    <h2>{section.title}</h2>
    {section.fields.map((field) => (
      <Question key={field.field} field={field} form={form} />
    ))}
    <MoreQuestions section={section} form={form} />
  </section>
);

/** The form of one kind on one page: nothing is stored before it is sent, so there is nothing to lose or to find. */
export const FormPage = ({ exitUrl, definition, form, sendKey, trouble }: FormPageProps): VNode => {
  const sections = formSections(definition);
  const isShort = mayBeLeftOut(definition, form.errors);
  const isFaulty = form.errors.size > 0 || trouble !== undefined;
  return (
    <PublicPage title={`${isFaulty ? 'Fout: ' : ''}${definition.label}`} exitUrl={exitUrl}>
      <div class="op-column">
        <ErrorSummary errors={inPageOrder(sections, form.errors)} more={isShort ? SEND_ANYWAY : undefined} />
        {trouble}
        <h1>{definition.label}</h1>
        <p class="op-lead">{definition.when}</p>
        <Notice tone="plain">
          <p>
            Je mag vragen overslaan waar dat bij staat. “Weet ik niet” is altijd een goed antwoord. Past dit
            formulier niet goed? <a href="/melden">Kies een ander</a>, of schrijf het hier toch: wij kijken
            wat nodig is.
          </p>
        </Notice>
        <form id={MELDING_FORM} method="post" action={form.action} novalidate>
          <input type="hidden" name={SEND_KEY} value={sendKey} />
          {isShort || form.values.text(ASKED_BEFORE) !== '' ? (
            <input type="hidden" name={ASKED_BEFORE} value="ja" />
          ) : null}
          {sections.map((section) => (
            <Section key={section.title} section={section} form={form} />
          ))}
          <div class="op-section">
            <p>
              Na het versturen krijg je een opvolgcode. Daarmee zie je later wat er met je bericht gebeurt.
            </p>
            <button class="op-button op-button--large" type="submit">
              Verstuur
            </button>
          </div>
        </form>
      </div>
    </PublicPage>
  );
};
