import type { VNode } from 'preact';

export const PublicFooter = (): VNode => (
  <footer class="op-footer">
    <div class="op-wrap">
      <p>
        Dit is een onafhankelijke toepassing met verzonnen gegevens. Ze is niet van Opgroeien of de Vlaamse
        overheid. Wil je echt iets melden, ga dan naar Opgroeien of bel 1712.
      </p>
      <p>
        <a href="/toegankelijkheid-en-privacy">Toegankelijkheid en privacy</a> ·{' '}
        <a href="/login">Aanmelden voor medewerkers</a>
      </p>
    </div>
  </footer>
);
