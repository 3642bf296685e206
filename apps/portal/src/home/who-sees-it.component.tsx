import type { VNode } from 'preact';

/** What the three identity modes mean for a melder (domain.md 9.2). */
export const WhoSeesIt = (): VNode => (
  <>
    <p>
      Alleen medewerkers die je bericht behandelen, kunnen het lezen. We houden bij wie het opent. De opvang
      krijgt je naam niet, tenzij jij dat zelf wil of de wet ons daartoe verplicht.
    </p>
    <div class="op-pair">
      <div class="op-panel">
        <h3>Met je naam</h3>
        <p>We kunnen je bellen of mailen als we iets willen vragen. Zo kunnen we je het best helpen.</p>
      </div>
      <div class="op-panel">
        <h3>Vertrouwelijk</h3>
        <p>Wij kennen je naam, maar bewaren die apart. Niemand buiten onze dienst krijgt ze te zien.</p>
      </div>
      <div class="op-panel">
        <h3>Anoniem</h3>
        <p>
          We weten niet wie je bent. Je kan je bericht opvolgen met je code. Een klacht heeft wel een naam
          nodig.
        </p>
      </div>
    </div>
  </>
);
