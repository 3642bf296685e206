import type { Field, Kind } from '#contracts';
import type { LocalText } from '#platform';

/** Missing answers have words of their own: the melder must know that "weet ik niet" is an answer. */
export const MISSING: Partial<Record<Field, LocalText>> = {
  submitterType: {
    nl: 'Duid aan in welke hoedanigheid je meldt.',
    en: 'Tell in which capacity you report.',
    fr: 'Indiquez à quel titre vous nous écrivez.',
  },
  identityMode: {
    nl: 'Duid aan of we je naam mogen kennen.',
    en: 'Tell whether we may know your name.',
    fr: 'Indiquez si nous pouvons connaître votre nom.',
  },
  location: {
    nl: 'Kies een opvang, of beschrijf ze met je eigen woorden.',
    en: 'Choose a childcare location, or describe it in your own words.',
    fr: "Choisissez un lieu d'accueil, ou décrivez-le avec vos propres mots.",
  },
  'answers.immediateDanger': {
    nl: 'Duid aan of er nu een kind in gevaar is. "Weet ik niet" mag ook.',
    en: 'Tell whether a child is in danger now. "unknown" is an answer too.',
    fr: 'Indiquez si un enfant est en danger en ce moment. « Je ne sais pas » est aussi une réponse.',
  },
  description: {
    nl: 'Schrijf wat er gebeurd is.',
    en: 'Write what happened.',
    fr: "Écrivez ce qui s'est passé.",
  },
};

export const REQUIRED: LocalText = {
  nl: 'Dit veld is verplicht.',
  en: 'This field is required.',
  fr: 'Ce champ est obligatoire.',
};
export const CONTACT_WITH_ANONYMOUS: LocalText = {
  nl: 'Je meldt anoniem. Laat je naam en gegevens weg, of kies een andere manier.',
  en: 'Leave out contact data, or choose another identityMode.',
  fr: 'Vous avez choisi de rester anonyme. Ne donnez ni votre nom ni vos coordonnées, ou faites un autre choix.',
};
export const CONTACT_REQUIRED: LocalText = {
  nl: 'Geef je e-mailadres of je telefoonnummer, of kies om anoniem te melden.',
  en: 'Give an e-mail address or a phone number, or report anonymously.',
  fr: 'Donnez votre adresse e-mail ou votre numéro de téléphone, ou choisissez de rester anonyme.',
};
export const PART_REQUIRED: LocalText = {
  nl: 'Dit deel is verplicht.',
  en: 'This part is required.',
  fr: 'Cette partie est obligatoire.',
};
export const IN_THE_FUTURE: LocalText = {
  nl: 'Deze datum ligt in de toekomst.',
  en: 'This date lies in the future.',
  fr: 'Cette date se situe dans le futur.',
};

export const goesWith = (owner: Kind): LocalText => ({
  nl: `Dit hoort alleen bij ${owner}.`,
  en: `This goes with ${owner} only.`,
  fr: `Ceci ne concerne que ${owner}.`,
});
