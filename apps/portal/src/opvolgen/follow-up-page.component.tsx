import type { VNode } from 'preact';
import { labelNl } from '#contracts';
import { PublicPage } from '../page/public-page.component.js';
import { longMoment } from '../time/local-time.js';
import type { FollowUp } from './follow-up.client.js';
import { TraceMark } from './trace-mark.component.js';

interface FollowUpPageProps {
  exitUrl: string;
  followUp: FollowUp;
  /** Short-lived; travels in the form, never in an address. */
  token: string;
}

const Trace = ({ trace }: Pick<FollowUp, 'trace'>): VNode => (
  <ol class="op-trace">
    {trace.map((entry) => (
      <li key={`${entry.step}-${entry.at}`}>
        <TraceMark step={entry.step} />
        <strong>{entry.label}</strong>
        <time dateTime={entry.at}>{longMoment(entry.at)}</time>
      </li>
    ))}
  </ol>
);

export const FollowUpPage = ({ exitUrl, followUp, token }: FollowUpPageProps): VNode => (
  <PublicPage title="Zo staat het met je melding" exitUrl={exitUrl}>
    <div class="op-column">
      <h1>Zo staat het met je melding</h1>
      <dl class="op-facts">
        <dt>Referentie</dt>
        <dd>{followUp.reference}</dd>
        <dt>Soort bericht</dt>
        <dd>{labelNl('kind', followUp.kind)}</dd>
        <dt>Stand</dt>
        <dd>
          <strong>{followUp.statusLabel}</strong>
        </dd>
      </dl>
      <h2>Wat is er al gebeurd?</h2>
      <Trace trace={followUp.trace} />
      <form class="op-actions op-no-print" method="post" action="/opvolgen/stand">
        <input type="hidden" name="token" value={token} />
        <button class="op-button op-button--quiet" type="submit">
          Kijk of er nieuws is
        </button>
        <a href="/">Naar de startpagina</a>
      </form>
      <p class="op-soft">
        We kunnen hier niet alles tonen: wat we met de opvang bespreken, blijft vertrouwelijk. Is er intussen
        iets veranderd, of is er nu gevaar? <a href="/melden">Meld het opnieuw</a> en zet er je referentie
        bij.
      </p>
    </div>
  </PublicPage>
);
