import type { VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';

export const SignInFailedPage = ({ exitUrl }: { exitUrl: string }): VNode => (
  <PublicPage title="Aanmelden is niet gelukt" exitUrl={exitUrl}>
    <h1>Aanmelden is niet gelukt</h1>
    <p>De aanmelding duurde te lang, werd geweigerd, of is al gebruikt.</p>
    <p>
      <a href="/login">Probeer opnieuw aan te melden</a>. Lukt het nog niet? Vraag je beheerder of je account
      een rol heeft.
    </p>
  </PublicPage>
);
