import type { VNode } from 'preact';
import type { Kind } from '#contracts';
import { Notice } from '../design/notice.component.js';
import { PublicPage } from '../page/public-page.component.js';
import { longMoment } from '../time/local-time.js';
import { missingWords, nextSteps } from './next-steps.js';
import type { AcceptedMelding } from './submission.client.js';

interface ConfirmationPageProps {
  exitUrl: string;
  kind: Kind;
  accepted: AcceptedMelding;
}

const CODE_ID = 'opvolgcode';

const FollowUpCode = ({ code }: { code: string }): VNode => (
  <>
    <h2>Je opvolgcode</h2>
    <p>
      <strong>Schrijf deze code over of maak een foto.</strong> Je krijgt ze maar één keer te zien. We kunnen
      ze niet opnieuw geven.
    </p>
    <p class="op-code" id={CODE_ID}>
      {code}
    </p>
    <div class="op-actions op-no-print">
      <button class="op-button op-button--quiet" type="button" data-copy={CODE_ID} hidden>
        Kopieer de code
      </button>
      <button class="op-button op-button--quiet" type="button" data-print="" hidden>
        Druk deze pagina af
      </button>
      <span id={`${CODE_ID}-copied`} role="status" />
    </div>
  </>
);

const Admissibility = ({ accepted }: { accepted: AcceptedMelding }): VNode | null => {
  const missing = accepted.admissibility?.complete === false ? accepted.admissibility.missing : [];
  if (missing.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        Om je klacht als klacht te behandelen, vraagt de wet nog {missingWords(missing)}. Zonder dat
        behandelen we je bericht als een melding. We lezen het in elk geval.
      </p>
    </Notice>
  );
};

const Receipt = ({ accepted }: { accepted: AcceptedMelding }): VNode => (
  <form class="op-no-print" method="post" action="/ontvangstbewijs">
    <h2>Bewijs van ontvangst</h2>
    <p>
      Dit bestand bewijst dat we je bericht kregen, en wanneer. Er staat niets in van wat je schreef. Gebruikt
      iemand anders dit toestel ook, en mag die niets weten? Download het dan niet.
    </p>
    <input type="hidden" name="bewijs" value={accepted.receipt} />
    <button class="op-button op-button--quiet" type="submit">
      Download het bewijs
    </button>
  </form>
);

export const ConfirmationPage = ({ exitUrl, kind, accepted }: ConfirmationPageProps): VNode => (
  <PublicPage title="We hebben je bericht ontvangen" exitUrl={exitUrl}>
    <div class="op-column">
      <Notice tone="good">
        <h1>Bedankt. We hebben je bericht goed ontvangen</h1>
        <p>
          Op {longMoment(accepted.receivedAt)}. Je referentie is{' '}
          <strong class="op-nowrap">{accepted.reference}</strong>.
        </p>
      </Notice>
      <FollowUpCode code={accepted.followUpCode} />
      <Admissibility accepted={accepted} />
      <h2>Wat gebeurt er nu?</h2>
      <ul>
        {nextSteps(kind).map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>
          Gaf je een e-mailadres? Dan sturen we een bevestiging met je referentie. De opvolgcode staat niet in
          die mail.
        </li>
        <li>
          Met je opvolgcode kan je op elk moment <a href="/opvolgen">zien hoe het staat</a>.
        </li>
      </ul>
      <Receipt accepted={accepted} />
      <p class="op-actions op-no-print">
        <a href="/">Naar de startpagina</a>
      </p>
    </div>
  </PublicPage>
);
