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

const ONE_OF_BOTH: readonly FormField['field'][] = ['contact.email', 'contact.phone'];
const ONE_IS_ENOUGH = 'E-mail of telefoon: één van de twee is genoeg. Meld je anoniem? Laat beide leeg.';

export interface QuestionWording {
  label: string;
  hint: string | undefined;
  optional: boolean;
}

function hintOf({ field, help }: FormField, isOneOfBoth: boolean): string | undefined {
  if (isOneOfBoth && field === 'contact.email') return ONE_IS_ENOUGH;
  return ONLY_IF[field] ?? help;
}

/** Label and hint of a question as the page shows them. */
export function wordingOf(question: FormField, kind: Kind): QuestionWording {
  const { field, rule, label, options } = question;
  const isOneOfBoth = ONE_OF_BOTH.includes(field) && CONTACT_REQUIRED_KINDS.includes(kind);
  const isFree = rule === 'asked' && options.length === 0 && !field.startsWith('personeelstekort.');
  return {
    label,
    hint: hintOf(question, isOneOfBoth),
    optional: !isOneOfBoth && (rule === 'optional' || rule === 'forOrganisator' || isFree),
  };
}
