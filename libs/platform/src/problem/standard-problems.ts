import type { Language } from './language.js';

interface StandardProblem {
  code: string;
  title: Record<Language, string>;
  detail: Record<Language, string>;
}

/** Words for statuses that no service worded itself. */
export const STANDARD_PROBLEMS: Record<number, StandardProblem> = {
  400: {
    code: 'INVALID_REQUEST',
    title: { nl: 'Ongeldige vraag', en: 'Invalid request' },
    detail: {
      nl: 'We kunnen deze vraag niet lezen. Kijk de gegevens na.',
      en: 'The request cannot be read. Check the data.',
    },
  },
  401: {
    code: 'NOT_SIGNED_IN',
    title: { nl: 'Niet aangemeld', en: 'Not signed in' },
    detail: { nl: 'Meld je aan om dit te zien.', en: 'Sign in to see this.' },
  },
  403: {
    code: 'NOT_ALLOWED',
    title: { nl: 'Niet toegelaten', en: 'Not allowed' },
    detail: { nl: 'Je rol laat dit niet toe.', en: 'Your role does not allow this.' },
  },
  404: {
    code: 'NOT_FOUND',
    title: { nl: 'Niet gevonden', en: 'Not found' },
    detail: { nl: 'We vinden dit niet. Kijk het adres na.', en: 'This does not exist. Check the address.' },
  },
  405: {
    code: 'METHOD_NOT_ALLOWED',
    title: { nl: 'Dit kan hier niet', en: 'Method not allowed' },
    detail: {
      nl: 'Dit adres bestaat, maar niet voor deze methode.',
      en: 'This address exists, but not for this method.',
    },
  },
  408: {
    code: 'TOO_SLOW',
    title: { nl: 'Te traag', en: 'Request timeout' },
    detail: {
      nl: 'Je bericht kwam niet op tijd binnen. Probeer opnieuw.',
      en: 'The request did not arrive in time. Try again.',
    },
  },
  409: {
    code: 'CONFLICT',
    title: { nl: 'Botst met een andere wijziging', en: 'Conflict' },
    detail: {
      nl: 'Dit botst met een andere wijziging. Laad opnieuw.',
      en: 'This conflicts with another change. Load again.',
    },
  },
  413: {
    code: 'TOO_LARGE',
    title: { nl: 'Te groot', en: 'Too large' },
    detail: {
      nl: 'Je bericht is groter dan 1 MB. Maak het korter.',
      en: 'The request is larger than 1 MB. Make it shorter.',
    },
  },
  414: {
    code: 'ADDRESS_TOO_LONG',
    title: { nl: 'Adres te lang', en: 'Address too long' },
    detail: { nl: 'Dit adres is te lang.', en: 'This address is too long.' },
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: { nl: 'Soort bericht onbekend', en: 'Unsupported media type' },
    detail: {
      nl: 'Stuur JSON (content-type: application/json).',
      en: 'Send JSON (content-type: application/json).',
    },
  },
  429: {
    code: 'TOO_MANY_REQUESTS',
    title: { nl: 'Te veel vragen', en: 'Too many requests' },
    detail: {
      nl: 'Je stuurt te veel na elkaar. Wacht even en probeer opnieuw.',
      en: 'Too many requests. Wait a little and try again.',
    },
  },
  500: {
    code: 'INTERNAL',
    title: { nl: 'Er ging iets mis bij ons', en: 'Internal error' },
    detail: {
      nl: 'Er ging iets mis bij ons. Probeer later opnieuw.',
      en: 'Something went wrong on our side. Try again later.',
    },
  },
  503: {
    code: 'UNAVAILABLE',
    title: { nl: 'Even niet bereikbaar', en: 'Unavailable' },
    detail: {
      nl: 'Dit is even niet bereikbaar. Probeer over enkele seconden opnieuw.',
      en: 'This is unavailable for a moment. Try again in a few seconds.',
    },
  },
};

export const INVALID_INPUT = {
  code: 'INVALID_INPUT',
  title: { nl: 'Niet alles is goed ingevuld', en: 'Not everything is filled in correctly' },
  detail: {
    nl: 'Kijk de velden hieronder na en stuur opnieuw.',
    en: 'Check the fields below and send again.',
  },
};
