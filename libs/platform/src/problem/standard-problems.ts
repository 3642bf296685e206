import type { LocalText } from './language.js';

interface StandardProblem {
  code: string;
  title: LocalText;
  detail: LocalText;
}

/** Words for statuses that no service worded itself. */
export const STANDARD_PROBLEMS: Record<number, StandardProblem> = {
  400: {
    code: 'INVALID_REQUEST',
    title: { nl: 'Ongeldige vraag', en: 'Invalid request', fr: 'Demande non valable' },
    detail: {
      nl: 'We kunnen deze vraag niet lezen. Kijk de gegevens na.',
      en: 'The request cannot be read. Check the data.',
      fr: 'Nous ne pouvons pas lire cette demande. Vérifiez les données.',
    },
  },
  401: {
    code: 'NOT_SIGNED_IN',
    title: { nl: 'Niet aangemeld', en: 'Not signed in', fr: 'Non connecté' },
    detail: {
      nl: 'Meld je aan om dit te zien.',
      en: 'Sign in to see this.',
      fr: 'Connectez-vous pour voir ceci.',
    },
  },
  403: {
    code: 'NOT_ALLOWED',
    title: { nl: 'Niet toegelaten', en: 'Not allowed', fr: 'Accès non autorisé' },
    detail: {
      nl: 'Je rol laat dit niet toe.',
      en: 'Your role does not allow this.',
      fr: 'Votre rôle ne vous le permet pas.',
    },
  },
  404: {
    code: 'NOT_FOUND',
    title: { nl: 'Niet gevonden', en: 'Not found', fr: 'Introuvable' },
    detail: {
      nl: 'We vinden dit niet. Kijk het adres na.',
      en: 'This does not exist. Check the address.',
      fr: "Nous ne trouvons pas ceci. Vérifiez l'adresse.",
    },
  },
  405: {
    code: 'METHOD_NOT_ALLOWED',
    title: { nl: 'Dit kan hier niet', en: 'Method not allowed', fr: 'Impossible à cette adresse' },
    detail: {
      nl: 'Dit adres bestaat, maar niet voor deze methode.',
      en: 'This address exists, but not for this method.',
      fr: 'Cette adresse existe, mais pas pour cette méthode.',
    },
  },
  408: {
    code: 'TOO_SLOW',
    title: { nl: 'Te traag', en: 'Request timeout', fr: 'Trop lent' },
    detail: {
      nl: 'Je bericht kwam niet op tijd binnen. Probeer opnieuw.',
      en: 'The request did not arrive in time. Try again.',
      fr: "Votre message n'est pas arrivé à temps. Essayez à nouveau.",
    },
  },
  409: {
    code: 'CONFLICT',
    title: {
      nl: 'Botst met een andere wijziging',
      en: 'Conflict',
      fr: 'Conflit avec une autre modification',
    },
    detail: {
      nl: 'Dit botst met een andere wijziging. Laad opnieuw.',
      en: 'This conflicts with another change. Load again.',
      fr: 'Ceci est en conflit avec une autre modification. Rechargez les données.',
    },
  },
  413: {
    code: 'TOO_LARGE',
    title: { nl: 'Te groot', en: 'Too large', fr: 'Trop volumineux' },
    detail: {
      nl: 'Je bericht is groter dan 1 MB. Maak het korter.',
      en: 'The request is larger than 1 MB. Make it shorter.',
      fr: 'Votre message dépasse 1 Mo. Raccourcissez-le.',
    },
  },
  414: {
    code: 'ADDRESS_TOO_LONG',
    title: { nl: 'Adres te lang', en: 'Address too long', fr: 'Adresse trop longue' },
    detail: {
      nl: 'Dit adres is te lang.',
      en: 'This address is too long.',
      fr: 'Cette adresse est trop longue.',
    },
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: { nl: 'Soort bericht onbekend', en: 'Unsupported media type', fr: 'Type de message inconnu' },
    detail: {
      nl: 'Stuur JSON (content-type: application/json).',
      en: 'Send JSON (content-type: application/json).',
      fr: 'Envoyez du JSON (content-type: application/json).',
    },
  },
  429: {
    code: 'TOO_MANY_REQUESTS',
    title: { nl: 'Te veel vragen', en: 'Too many requests', fr: 'Trop de demandes' },
    detail: {
      nl: 'Je stuurt te veel na elkaar. Wacht even en probeer opnieuw.',
      en: 'Too many requests. Wait a little and try again.',
      fr: 'Vous envoyez trop de demandes à la suite. Attendez un peu et essayez à nouveau.',
    },
  },
  500: {
    code: 'INTERNAL',
    title: {
      nl: 'Er ging iets mis bij ons',
      en: 'Internal error',
      fr: "Un problème s'est produit chez nous",
    },
    detail: {
      nl: 'Er ging iets mis bij ons. Probeer later opnieuw.',
      en: 'Something went wrong on our side. Try again later.',
      fr: "Un problème s'est produit chez nous. Essayez à nouveau plus tard.",
    },
  },
  503: {
    code: 'UNAVAILABLE',
    title: { nl: 'Even niet bereikbaar', en: 'Unavailable', fr: 'Momentanément indisponible' },
    detail: {
      nl: 'Dit is even niet bereikbaar. Probeer over enkele seconden opnieuw.',
      en: 'This is unavailable for a moment. Try again in a few seconds.',
      fr: 'Ce service est momentanément indisponible. Essayez à nouveau dans quelques secondes.',
    },
  },
};

export const INVALID_INPUT = {
  code: 'INVALID_INPUT',
  title: {
    nl: 'Niet alles is goed ingevuld',
    en: 'Not everything is filled in correctly',
    fr: "Tout n'est pas rempli correctement",
  },
  detail: {
    nl: 'Kijk de velden hieronder na en stuur opnieuw.',
    en: 'Check the fields below and send again.',
    fr: 'Vérifiez les champs ci-dessous et envoyez à nouveau.',
  },
};
