import type { VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';
import { KindChoices } from './kind-choices.component.js';
import { OtherHelp } from './other-help.component.js';
import { WhatHappens } from './what-happens.component.js';
import { WhoSeesIt } from './who-sees-it.component.js';

export const HomePage = ({ exitUrl }: { exitUrl: string }): VNode => (
  <PublicPage title="Iets melden over kinderopvang" exitUrl={exitUrl}>
    <h1>Iets melden over kinderopvang</h1>
    <p class="op-lead op-column">
      Maak je je zorgen over een kind in de opvang? Vertel het ons. We lezen elk bericht. Je hebt geen bewijs
      nodig, en je mag anoniem blijven.
    </p>

    <h2 id="melden">Wat wil je doen?</h2>
    <KindChoices />

    <h2 id="opvolgen">Al iets gemeld?</h2>
    <p>
      Met je opvolgcode zie je wat er met je bericht gebeurt. <a href="/opvolgen">Volg je melding op</a>.
    </p>

    <h2 id="wat-gebeurt-er">Wat gebeurt er met je bericht?</h2>
    <WhatHappens />

    <h2 id="wie-ziet-het">Wie ziet wat je meldt?</h2>
    <WhoSeesIt />

    <h2 id="andere-hulp">Andere plaatsen waar je terechtkan</h2>
    <OtherHelp />
  </PublicPage>
);
