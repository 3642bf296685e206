import { CONTACT_REQUIRED_KINDS, type Kind } from '#contracts';
import type { FormField } from './form-definition.js';

/** Questions that only make sense after another one say so themselves: a page without script shows them all. */
const ONLY_IF: Partial<Record<FormField['field'], string>> = {
  'answers.actorStillPresent': 'Alleen als het over het gedrag van iemand gaat.',
  'answers.conductTypes': 'Alleen als het over het gedrag van iemand gaat. Duid aan wat past.',
  'contact.name': 'Alleen als je niet anoniem meldt.',
  consentToShareIdentity: 'Alleen als we je naam kennen. Als je niets aanduidt, doen we dat niet.',
  parentsInformed: 'Alleen als je de opvang organiseert of er verantwoordelijk bent.',
  measuresTaken: 'Alleen als je de opvang organiseert of er verantwoordelijk bent.',
};

interface OwnWords {
  label: string;
  help: string;
}

const STORY_HELP = 'Schrijf in je eigen woorden. Minstens 20 en hoogstens 8000 tekens.';
const QUESTION: OwnWords = { label: 'Wat is je vraag?', help: STORY_HELP };

/** A question is no event: "Wat is er gebeurd?" would puzzle whoever asks, praises or lacks staff. */
const BY_KIND: Partial<Record<Kind, Partial<Record<FormField['field'], OwnWords>>>> = {
  VRAAG: { description: QUESTION },
  VRAAG_HANDHAVING: { description: QUESTION },
  VRAAG_OVERZICHT: { description: QUESTION },
  FEEDBACK: { description: { label: 'Wat wil je ons vertellen?', help: STORY_HELP } },
  PERSONEELSTEKORT: {
    description: { label: 'Wat is er aan de hand?', help: STORY_HELP },
    factDate: { label: 'Vanaf wanneer is er een tekort?', help: 'Mag ook een dag zijn die nog komt.' },
  },
};

const ONE_OF_BOTH: readonly FormField['field'][] = ['contact.email', 'contact.phone'];
const ONE_IS_ENOUGH = 'E-mail of telefoon: één van de twee is genoeg. Meld je anoniem? Laat beide leeg.';

export interface QuestionWording {
  label: string;
  hint: string | undefined;
  optional: boolean;
}

function hintOf({ field, rule, help }: FormField, isOneOfBoth: boolean): string | undefined {
  if (isOneOfBoth && field === 'contact.email') return ONE_IS_ENOUGH;
  // Asked of everybody: then there is no "only if".
  const isForAll = rule === 'asked' && field === 'parentsInformed';
  return isForAll ? help : (ONLY_IF[field] ?? help);
}

/** Label and hint of a question as the page shows them. */
export function wordingOf(question: FormField, kind: Kind): QuestionWording {
  const { field, rule, label, options } = question;
  const isOneOfBoth = ONE_OF_BOTH.includes(field) && CONTACT_REQUIRED_KINDS.includes(kind);
  const isFree = rule === 'asked' && options.length === 0 && !field.startsWith('personeelstekort.');
  const own = BY_KIND[kind]?.[field];
  return {
    label: own?.label ?? label,
    hint: own?.help ?? hintOf(question, isOneOfBoth),
    optional: !isOneOfBoth && (rule === 'optional' || rule === 'forOrganisator' || isFree),
  };
}
