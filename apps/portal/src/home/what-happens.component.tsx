import type { VNode } from 'preact';

/** Steps and terms as the melder may expect them (domain.md 3.1, 3.5 and appendix A). */
export const WhatHappens = (): VNode => (
  <ol class="op-steps">
    <li>
      <h3>Je krijgt meteen een referentie en een opvolgcode</h3>
      <p>Met die code zie je later wat er met je bericht gebeurt. Ook als je anoniem meldt.</p>
    </li>
    <li>
      <h3>We schatten in hoe dringend het is</h3>
      <p>
        Dat gebeurt direct. Is er acuut gevaar? Dan gaat je bericht meteen naar een medewerker van wacht, dag
        en nacht.
      </p>
    </li>
    <li>
      <h3>Een medewerker bekijkt je bericht</h3>
      <p>
        Is het dringend, dan is dat vandaag of ten laatste binnen 24 uur. Anders binnen 3 tot 5 werkdagen.
      </p>
    </li>
    <li>
      <h3>Je hoort wat we deden</h3>
      <p>
        Bij een klacht weet je binnen 10 dagen of we ze kunnen behandelen, en krijg je binnen 45 dagen een
        antwoord. Over wat we met de opvang afspreken, kunnen we niet alles delen.
      </p>
    </li>
  </ol>
);
