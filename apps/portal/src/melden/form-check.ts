import { CONTACT_REQUIRED_KINDS, type Kind } from '#contracts';
import type { FormErrors } from '../design/form-errors.js';
import type { FormValues } from '../design/form-values.js';
import { isDay, isNumber } from './field-kinds.js';
import { ASKED_BEFORE, controlOf, LOCATION_DESCRIPTION, LOCATION_ID } from './field-names.js';
import type { FormDefinition, FormField } from './form-definition.js';
import { readDay } from './form-day.js';
import { readNumber } from './form-number.js';

const SHORTEST_STORY = 20;
const LONGEST_STORY = 8_000;

const quoted = (label: string): string => `“${label}”`;

function isGiven(field: FormField, values: FormValues): boolean {
  if (field.field === 'location') {
    return values.all(LOCATION_ID).length > 0 || values.text(LOCATION_DESCRIPTION) !== '';
  }
  return values.all(field.field).some((value) => value.trim() !== '');
}

/**
 * Asked for, once: a choice (with "weet ik niet" among them) or a figure that an organiser knows. A name, an address
 * or a date is not even asked for twice (domain.md 3.2.6, docs/decisions/0001).
 */
const isAskedFor = ({ field, rule, options }: FormField): boolean =>
  rule === 'asked' && (options.length > 0 || field.startsWith('personeelstekort.'));

/** Somebody who sends again without an answer gives none: in an emergency a form must not stand in the way. */
function isExpected(field: FormField, values: FormValues): boolean {
  return field.rule === 'required' || (isAskedFor(field) && values.text(ASKED_BEFORE) === '');
}

/** Whether some of the errors go away by sending once more. */
export const mayBeLeftOut = ({ fields }: FormDefinition, errors: FormErrors): boolean =>
  fields.some((field) => isAskedFor(field) && errors.has(controlOf(field.field)));

const MISSING: Partial<Record<FormField['field'], string>> = {
  'answers.immediateDanger': 'Zeg of er nu een kind in gevaar is. “Weet ik niet” mag ook.',
  location: 'Kies een opvang, of beschrijf ze met je eigen woorden.',
  description: 'Schrijf wat je ons wil vertellen.',
  submitterType: 'Kies in welke hoedanigheid je meldt.',
  identityMode: 'Kies of we je naam mogen kennen.',
};

function missingText(field: FormField): string {
  const own = MISSING[field.field];
  if (own !== undefined) return own;
  return field.options.length > 0
    ? `Kies een antwoord bij ${quoted(field.label)}`
    : `Vul iets in bij ${quoted(field.label)}`;
}

function shapeFault(field: FormField, text: string): string | undefined {
  if (isDay(field.field) && readDay(text) === undefined)
    return `Vul een datum in bij ${quoted(field.label)}, zoals 22/4/2026.`;
  if (isNumber(field.field) && readNumber(text) === undefined)
    return `Vul een getal in bij ${quoted(field.label)}, zoals 1,5.`;
  if (field.field !== 'description') return undefined;
  if (text.length < SHORTEST_STORY)
    return `Schrijf iets meer bij je bericht: minstens ${SHORTEST_STORY} tekens.`;
  return text.length > LONGEST_STORY ? `Maak je tekst korter: hoogstens ${LONGEST_STORY} tekens.` : undefined;
}

function faultOf(field: FormField, values: FormValues): string | undefined {
  if (!isGiven(field, values)) return isExpected(field, values) ? missingText(field) : undefined;
  return shapeFault(field, values.text(field.field));
}

function contactFault(kind: Kind, values: FormValues): string | undefined {
  const mode = values.text('identityMode');
  if (mode === '' || mode === 'ANONYMOUS' || !CONTACT_REQUIRED_KINDS.includes(kind)) return undefined;
  const isReachable = values.text('contact.email') !== '' || values.text('contact.phone') !== '';
  return isReachable ? undefined : 'Geef je e-mailadres of je telefoonnummer, of kies om anoniem te melden.';
}

/** Everything the person can still add or correct. Intake has the last word. */
export function formFaults(definition: FormDefinition, values: FormValues): FormErrors {
  const errors = new Map<string, string>();
  for (const field of definition.fields) {
    const message = faultOf(field, values);
    if (message !== undefined) errors.set(controlOf(field.field), message);
    if (field.field === 'contact.email') {
      const contact = contactFault(definition.kind, values);
      if (contact !== undefined) errors.set('contact.email', contact);
    }
  }
  return errors;
}
