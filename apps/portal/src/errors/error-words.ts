import { CsrfRefused } from '../session/session-errors.js';
import { CrossSiteRefused } from '../page/same-site.guard.js';

export interface ErrorWords {
  title: string;
  /** What is wrong, and what to do next. */
  sentences: string[];
}

/** Who cannot wait for us. */
const NOW =
  'Is er nu een kind in gevaar? Bel 112, of 101 voor de politie. Wil je met iemand praten over geweld tegen een kind? Bel 1712.';

const BY_STATUS: Record<number, ErrorWords> = {
  400: {
    title: 'Deze pagina kan je zo niet openen',
    sentences: [
      'Er klopt iets niet aan het adres of aan wat je verstuurde. Ga terug en probeer het opnieuw.',
    ],
  },
  403: {
    title: 'Je mag dit niet bekijken',
    sentences: [
      'Je rol of team geeft geen toegang tot deze pagina. Vraag je teamcoördinator als je ze toch nodig hebt.',
    ],
  },
  404: {
    title: 'Deze pagina bestaat niet',
    sentences: ['Misschien is het adres niet volledig, of is de pagina verplaatst. Kijk het adres na.'],
  },
  413: {
    title: 'Je bericht is te groot',
    sentences: [
      'Wat je verstuurde is te groot. We hebben het niet bewaard. Ga terug, maak je tekst korter en verstuur opnieuw.',
    ],
  },
  429: {
    title: 'Even wachten',
    sentences: ['Er kwamen te veel aanvragen na elkaar. Wacht een minuut en probeer het dan opnieuw.'],
  },
  503: {
    title: 'Dit lukt even niet',
    sentences: [
      'Een deel van onze dienst is op dit moment niet bereikbaar. We werken eraan. Probeer het over enkele minuten opnieuw.',
      NOW,
    ],
  },
};

const FAULT_OF_OURS: ErrorWords = {
  title: 'Er ging iets mis bij ons',
  sentences: ['Dit is onze fout. Probeer het over enkele minuten opnieuw.', NOW],
};

const NOT_FROM_OUR_PAGE: ErrorWords = {
  title: 'Dit formulier is niet meer geldig',
  sentences: [
    'Je meldde je intussen opnieuw aan, of het formulier kwam van een andere site. Open de pagina opnieuw.',
  ],
};

const NOT_FOUND_BY_STAFF: ErrorWords = {
  title: 'Deze pagina bestaat niet',
  sentences: [
    'Misschien is het adres niet volledig. Zocht je een zaak? Dan bestaat ze niet, of is ze niet zichtbaar voor jouw team.',
  ],
};

/** Plain words for a page that cannot be shown; nothing of the error itself. */
export function errorWords(error: unknown, status: number): ErrorWords {
  if (error instanceof CsrfRefused || error instanceof CrossSiteRefused) return NOT_FROM_OUR_PAGE;
  return BY_STATUS[status] ?? (status < 500 ? BY_STATUS[400]! : FAULT_OF_OURS);
}

/** The same for who is signed in: what is not for his team looks like what does not exist. */
export const staffErrorWords = (error: unknown, status: number): ErrorWords =>
  status === 404 ? NOT_FOUND_BY_STAFF : errorWords(error, status);
