import type { VNode } from 'preact';
import type { FormValues } from '../design/form-values.js';
import { Notice } from '../design/notice.component.js';
import { PublicPage } from '../page/public-page.component.js';
import { DangerNow } from './trouble.component.js';

interface KeptAnswersProps {
  exitUrl: string;
  /** Where the form is sent. */
  action: string;
  values: FormValues;
}

/**
 * For a form that comes in while not even its questions can be had from intake: nobody types it twice. The page itself
 * keeps every answer; nothing is stored.
 */
export const KeptAnswersPage = ({ exitUrl, action, values }: KeptAnswersProps): VNode => (
  <PublicPage title="Fout: je bericht is nog niet verstuurd" exitUrl={exitUrl}>
    <div class="op-column">
      <h1>Je bericht is nog niet verstuurd</h1>
      <Notice tone="danger">
        <div role="alert">
          <p>
            Onze dienst is even niet bereikbaar. Deze pagina onthoudt alles wat je invulde: sluit ze niet.
            Wacht een minuut en klik dan op <strong>Probeer opnieuw</strong>.
          </p>
          <DangerNow />
        </div>
      </Notice>
      {values.text('description') === '' ? null : (
        <section class="op-section">
          <h2>Dit schreef je</h2>
          <p class="op-kept">{values.raw('description')}</p>
        </section>
      )}
      <form method="post" action={action}>
        {values.pairs().map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <button class="op-button op-button--large" type="submit">
          Probeer opnieuw
        </button>
      </form>
    </div>
  </PublicPage>
);
