import type { VNode } from 'preact';
import { ErrorSummary } from '../design/error-summary.component.js';
import { NO_ERRORS } from '../design/form-errors.js';
import { TextField } from '../design/text-field.component.js';
import { PublicPage } from '../page/public-page.component.js';

export const CODE_FIELD = 'code';

interface CodePageProps {
  exitUrl: string;
  /** What was typed, to correct it. */
  typed: string;
  error: string | undefined;
}

export const CodePage = ({ exitUrl, typed, error }: CodePageProps): VNode => {
  const errors = error === undefined ? NO_ERRORS : new Map([[CODE_FIELD, error]]);
  return (
    <PublicPage title={`${error === undefined ? '' : 'Fout: '}Volg je melding op`} exitUrl={exitUrl}>
      <div class="op-column">
        <ErrorSummary errors={errors} />
        <h1>Volg je melding op</h1>
        <p>
          Toen je je bericht verstuurde, kreeg je een opvolgcode. Daarmee zie je wat er met je bericht
          gebeurt.
        </p>
        <form method="post" action="/opvolgen" novalidate>
          <TextField
            name={CODE_FIELD}
            label="Je opvolgcode"
            hint="Zestien cijfers, bijvoorbeeld 4821 0937 5526 1048. Spaties maken niet uit."
            value={typed}
            error={error}
            inputMode="numeric"
            look="code"
          />
          <button class="op-button" type="submit">
            Bekijk mijn melding
          </button>
        </form>
        <h2>Ben je je code kwijt?</h2>
        <p>
          We kunnen de code niet opnieuw geven: we bewaren ze zelf niet leesbaar. Je bericht blijft wel in
          behandeling. Wil je iets toevoegen? <a href="/melden">Stuur een nieuw bericht</a> en zet er je
          referentie bij.
        </p>
      </div>
    </PublicPage>
  );
};
