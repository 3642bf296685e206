import { html } from '../page/html.js';
import { localPage } from '../page/local-page.js';
import type { CaughtMail } from './mail-store.js';

const SHOWN = 200;

export function inboxPage(mails: CaughtMail[]): string {
  const latest = mails.slice(-SHOWN).reverse();
  return localPage(
    'Opgevangen mails',
    html`<p>${mails.length} mails. Deze mails verlaten je computer niet.</p>
      <form method="post" action="/leegmaken"><button type="submit">Alles wissen</button></form>
      <table>
        <caption>
          Nieuwste eerst
        </caption>
        <thead>
          <tr>
            <th scope="col">Ontvangen</th>
            <th scope="col">Aan</th>
            <th scope="col">Onderwerp</th>
          </tr>
        </thead>
        <tbody>
          ${latest.map(
            (mail) =>
              html`<tr>
                <td>${moment(mail)}</td>
                <td>${mail.to}</td>
                <td><a href="/mail/${mail.id}">${mail.subject || '(geen onderwerp)'}</a></td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}

/** Shows the text part only: mark-up of a mail never runs in this page. */
export function mailPage(mail: CaughtMail): string {
  return localPage(
    mail.subject || '(geen onderwerp)',
    html`<p>Aan ${mail.to}, ontvangen op ${moment(mail)}.</p>
      <pre>${mail.text || '(geen tekstdeel)'}</pre>
      <p><a href="/">Terug naar alle mails</a></p>`,
  );
}

export function noMailPage(): string {
  return localPage('Deze mail is er niet (meer)', html`<p><a href="/">Terug naar alle mails</a></p>`);
}

function moment(mail: CaughtMail): string {
  return new Date(mail.receivedAt).toLocaleString('nl-BE', { timeZone: 'Europe/Brussels' });
}
