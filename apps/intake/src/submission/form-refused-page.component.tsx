import type { FieldError } from '#platform';
import { InMortalDanger, Page } from '../confirmation/page.component.js';
import { FormField, labelOf } from './form-field.component.js';
import type { GivenAnswer } from './given-answers.js';

/** A location or contact as a whole is mended at its first part. */
const FIRST_PART: Record<string, string> = { location: 'location.description', contact: 'contact.name' };

const nameOf = ({ pointer }: FieldError): string => {
  const name = pointer
    .slice(1)
    .split('/')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
  return FIRST_PART[name] ?? name;
};

/** Keeps every answer and puts each fault beside its question; unknown fields are not asked again. */
export function FormRefusedPage({ answers, errors }: { answers: GivenAnswer[]; errors: FieldError[] }) {
  const unknown = new Set(errors.filter(({ code }) => code === 'UNKNOWN_PROPERTY').map(nameOf));
  const faults = new Map(errors.map((error) => [nameOf(error), error.message]));
  const missing = [...faults.keys()].filter((name) => !answers.some((answer) => answer.name === name));
  const shown = [...answers, ...missing.map((name) => ({ name, values: [] }))].filter(
    ({ name }) => !unknown.has(name),
  );
  return (
    <Page title="Niet alles is goed ingevuld">
      <h1>Niet alles is goed ingevuld</h1>
      <InMortalDanger />
      <div class="errors" role="alert" tabindex={-1}>
        <p>Je bericht is nog niet verstuurd. Kijk dit na:</p>
        <ul>
          {[...faults].map(([name, message]) => (
            <li>
              {unknown.has(name) ? (
                `${name.trim()}: ${message}`
              ) : (
                <a href={`#${name}`}>{`${labelOf(name)}: ${message}`}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
      <form method="post" action="/api/v1/meldingen">
        {shown.map((answer) => (
          <FormField answer={answer} fault={faults.get(answer.name)} />
        ))}
        <button type="submit">Verstuur opnieuw</button>
      </form>
    </Page>
  );
}

/** Anything else that went wrong, with the way on. */
export const FormFailedPage = ({ title, detail }: { title: string; detail: string }) => (
  <Page title={title}>
    <h1>{title}</h1>
    <InMortalDanger />
    <div class="errors" role="alert" tabindex={-1}>
      <p>{detail}</p>
    </div>
    <p>
      Ga met de terugknop van je browser terug naar het formulier. Wat je invulde, staat daar meestal nog.
    </p>
  </Page>
);
