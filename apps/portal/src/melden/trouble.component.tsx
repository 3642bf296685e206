import type { VNode } from 'preact';
import { Notice } from '../design/notice.component.js';
import { MELDING_FORM } from './field-names.js';

/** What cannot wait for us. */
export const DangerNow = (): VNode => (
  <p>
    Is er nu een kind in gevaar? Bel <a href="tel:112">112</a>, of <a href="tel:101">101</a> voor de politie.
    Wil je met iemand praten? Bel <a href="tel:1712">1712</a>.
  </p>
);

/** Intake is away: what was typed stays in the page, and danger cannot wait for us. */
export const NotSentTrouble = (): VNode => (
  <Notice tone="danger">
    <div role="alert">
      <h2>Je bericht is nog niet verstuurd</h2>
      <p>
        Onze dienst is even niet bereikbaar. Wat je invulde, staat hieronder nog. Wacht een minuut en probeer
        het dan opnieuw.
      </p>
      <DangerNow />
      <button class="op-button" type="submit" form={MELDING_FORM}>
        Probeer opnieuw
      </button>
    </div>
  </Notice>
);

export const SentBeforeTrouble = (): VNode => (
  <Notice tone="warning">
    <div role="alert">
      <h2>Dit formulier was al verstuurd</h2>
      <p>
        Je verstuurde het eerder, met andere antwoorden. Dat bericht is bij ons. Wil je wat hieronder staat
        als een nieuw bericht sturen? Klik dan onderaan opnieuw op <strong>Verstuur</strong>.
      </p>
    </div>
  </Notice>
);

export const TooOftenTrouble = (): VNode => (
  <Notice tone="warning">
    <div role="alert">
      <h2>Je bericht is nog niet verstuurd</h2>
      <p>
        Er kwamen te veel berichten na elkaar. Wat je invulde, staat hieronder nog. Wacht een minuut en klik
        onderaan opnieuw op <strong>Verstuur</strong>. Is er gevaar? Bel <a href="tel:112">112</a>.
      </p>
    </div>
  </Notice>
);

/** The location search is away, the rest is not. */
export const NoSearchTrouble = (): VNode => (
  <Notice tone="warning">
    <p role="alert">Zoeken lukt nu niet. Beschrijf de opvang met je eigen woorden, dan zoeken wij het uit.</p>
  </Notice>
);
