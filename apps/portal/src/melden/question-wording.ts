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

export interface QuestionWording {
  label: string;
  hint: string | undefined;
  optional: boolean;
}

/** Label and hint of a question as the page shows them. */
export function wordingOf({ field, rule, label, help, options }: FormField): QuestionWording {
  const isFree = rule === 'asked' && options.length === 0 && !field.startsWith('personeelstekort.');
  return {
    label,
    hint: ONLY_IF[field] ?? help,
    optional: rule === 'optional' || rule === 'forOrganisator' || isFree,
  };
}
