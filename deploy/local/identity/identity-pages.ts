import { html, Html } from '../page/html.js';
import { localPage } from '../page/local-page.js';
import { DEMO_PASSWORD, type StaffAccount } from './staff-account.js';

export interface LoginForm {
  action: string;
  username: string;
  failed: 'NO' | 'WRONG_LOGIN';
  accounts: StaffAccount[];
}

export function loginPage({ action, username, failed, accounts }: LoginForm): string {
  const wrong =
    failed === 'WRONG_LOGIN'
      ? html`<p class="error" id="fout" role="alert">
          Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Kijk ze na en probeer opnieuw.
        </p>`
      : '';
  return localPage(
    'Aanmelden',
    html`${wrong}
      <form method="post" action="${action}">
        <label for="gebruikersnaam">Gebruikersnaam</label>
        <input id="gebruikersnaam" name="username" value="${username}" autocomplete="username" required />
        <label for="wachtwoord">Wachtwoord</label>
        <input id="wachtwoord" name="password" type="password" autocomplete="current-password" required />
        <button type="submit">Aanmelden</button>
      </form>
      <table>
        <caption>
          Verzonnen medewerkers, allemaal met het wachtwoord “${DEMO_PASSWORD}”
        </caption>
        <thead>
          <tr>
            <th scope="col">Gebruikersnaam</th>
            <th scope="col">Naam</th>
            <th scope="col">Rol</th>
            <th scope="col">Team</th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map(
            (account) =>
              html`<tr>
                <td>${account.username}</td>
                <td>${account.name}</td>
                <td>${account.roles.join(', ')}</td>
                <td>${account.team}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}

/** `form` is the provider's own form, with the sign against forged requests in it. */
export function logoutPage(form: string): string {
  return localPage(
    'Afmelden',
    html`<p>Wil je je afmelden?</p>
      ${new Html(form)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes">Afmelden</button>`,
  );
}

export function loggedOutPage(portalUrl: string): string {
  return localPage('Je bent afgemeld', html`<p><a href="${portalUrl}">Terug naar het Opgroeipunt</a></p>`);
}

export function expiredPage(portalUrl: string): string {
  return localPage(
    'Deze aanmelding is verlopen',
    html`<p>Begin opnieuw: <a href="${portalUrl}">ga naar het Opgroeipunt</a> en meld je daar aan.</p>`,
  );
}

export function errorPage(code: string): string {
  return localPage(
    'Aanmelden lukt niet',
    html`<p>
      De toepassing die je doorstuurde, vroeg iets wat niet kan (${code}). Ga terug en probeer opnieuw.
    </p>`,
  );
}
