import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Language } from './language.js';

type Text = (...limits: unknown[]) => string;

const list = (values: unknown): string =>
  Array.isArray(values) ? values.join(', ') : Object.values(values ?? {}).join(', ');

/** One sentence per class-validator constraint; the limits come from the decorator, never from the input. */
const TEXTS: Record<string, Record<Language, Text>> = {
  isDefined: {
    nl: () => 'Dit veld is verplicht.',
    en: () => 'This field is required.',
    fr: () => 'Ce champ est obligatoire.',
  },
  isNotEmpty: {
    nl: () => 'Dit veld is verplicht.',
    en: () => 'This field is required.',
    fr: () => 'Ce champ est obligatoire.',
  },
  isString: {
    nl: () => 'Dit moet tekst zijn.',
    en: () => 'This must be text.',
    fr: () => 'Ceci doit être du texte.',
  },
  isInt: {
    nl: () => 'Dit moet een geheel getal zijn.',
    en: () => 'This must be a whole number.',
    fr: () => 'Ceci doit être un nombre entier.',
  },
  isNumber: {
    nl: () => 'Dit moet een getal zijn.',
    en: () => 'This must be a number.',
    fr: () => 'Ceci doit être un nombre.',
  },
  isBoolean: {
    nl: () => 'Dit moet ja of nee zijn (true of false).',
    en: () => 'This must be true or false.',
    fr: () => 'La réponse doit être oui ou non (true ou false).',
  },
  isArray: {
    nl: () => 'Dit moet een lijst zijn.',
    en: () => 'This must be a list.',
    fr: () => 'Ceci doit être une liste.',
  },
  isObject: {
    nl: () => 'Dit moet een groep velden zijn.',
    en: () => 'This must be an object.',
    fr: () => 'Ceci doit être un groupe de champs.',
  },
  nestedValidation: {
    nl: () => 'Dit moet een groep velden zijn.',
    en: () => 'This must be an object.',
    fr: () => 'Ceci doit être un groupe de champs.',
  },
  isDate: {
    nl: () => 'Dit moet een datum zijn.',
    en: () => 'This must be a date.',
    fr: () => 'Ceci doit être une date.',
  },
  isDateString: {
    nl: () => 'Dit moet een datum zijn, zoals 2026-11-21 of 2026-11-21T20:15:00Z.',
    en: () => 'This must be a date such as 2026-11-21 or 2026-11-21T20:15:00Z.',
    fr: () => 'Ceci doit être une date, par exemple 2026-11-21 ou 2026-11-21T20:15:00Z.',
  },
  isIso8601: {
    nl: () => 'Dit moet een datum zijn, zoals 2026-11-21 of 2026-11-21T20:15:00Z.',
    en: () => 'This must be a date such as 2026-11-21 or 2026-11-21T20:15:00Z.',
    fr: () => 'Ceci doit être une date, par exemple 2026-11-21 ou 2026-11-21T20:15:00Z.',
  },
  isRFC3339: {
    nl: () => 'Dit moet een tijdstip zijn, zoals 2026-11-21T20:15:00Z.',
    en: () => 'This must be a time such as 2026-11-21T20:15:00Z.',
    fr: () => 'Ceci doit être un moment précis, par exemple 2026-11-21T20:15:00Z.',
  },
  isEmail: {
    nl: () => 'Dit is geen geldig e-mailadres. Een voorbeeld: naam@voorbeeld.be.',
    en: () => 'This is not a valid e-mail address. For example: name@example.org.',
    fr: () => "Cette adresse e-mail n'est pas valable. Un exemple : nom@exemple.be.",
  },
  isUuid: {
    nl: () => 'Dit is geen geldige id (UUID).',
    en: () => 'This is not a valid id (UUID).',
    fr: () => "Cet identifiant (UUID) n'est pas valable.",
  },
  isUrl: {
    nl: () => 'Dit is geen geldig webadres.',
    en: () => 'This is not a valid web address.',
    fr: () => "Cette adresse web n'est pas valable.",
  },
  isIn: {
    nl: (v) => `Kies een van deze waarden: ${list(v)}.`,
    en: (v) => `Choose one of: ${list(v)}.`,
    fr: (v) => `Choisissez l'une de ces valeurs : ${list(v)}.`,
  },
  isEnum: {
    nl: (v) => `Kies een van deze waarden: ${list(v)}.`,
    en: (v) => `Choose one of: ${list(v)}.`,
    fr: (v) => `Choisissez l'une de ces valeurs : ${list(v)}.`,
  },
  equals: {
    nl: (v) => `Dit moet ${String(v)} zijn.`,
    en: (v) => `This must be ${String(v)}.`,
    fr: (v) => `La valeur doit être ${String(v)}.`,
  },
  min: {
    nl: (n) => `Dit moet minstens ${String(n)} zijn.`,
    en: (n) => `This must be at least ${String(n)}.`,
    fr: (n) => `La valeur doit être au moins ${String(n)}.`,
  },
  max: {
    nl: (n) => `Dit mag hoogstens ${String(n)} zijn.`,
    en: (n) => `This must be at most ${String(n)}.`,
    fr: (n) => `La valeur peut être au plus ${String(n)}.`,
  },
  isPositive: {
    nl: () => 'Dit moet meer dan 0 zijn.',
    en: () => 'This must be more than 0.',
    fr: () => 'La valeur doit être supérieure à 0.',
  },
  minLength: {
    nl: (n) => `Schrijf minstens ${String(n)} tekens.`,
    en: (n) => `Write at least ${String(n)} characters.`,
    fr: (n) => `Écrivez au moins ${String(n)} caractères.`,
  },
  maxLength: {
    nl: (n) => `Schrijf hoogstens ${String(n)} tekens.`,
    en: (n) => `Write at most ${String(n)} characters.`,
    fr: (n) => `Écrivez au plus ${String(n)} caractères.`,
  },
  isLength: {
    nl: (min, max) => `Schrijf ${String(min)} tot ${String(max)} tekens.`,
    en: (min, max) => `Write ${String(min)} to ${String(max)} characters.`,
    fr: (min, max) => `Écrivez de ${String(min)} à ${String(max)} caractères.`,
  },
  arrayNotEmpty: {
    nl: () => 'Geef er minstens één op.',
    en: () => 'Give at least one.',
    fr: () => 'Donnez-en au moins un.',
  },
  arrayMinSize: {
    nl: (n) => `Geef er minstens ${String(n)} op.`,
    en: (n) => `Give at least ${String(n)}.`,
    fr: (n) => `Donnez-en au moins ${String(n)}.`,
  },
  arrayMaxSize: {
    nl: (n) => `Geef er hoogstens ${String(n)} op.`,
    en: (n) => `Give at most ${String(n)}.`,
    fr: (n) => `Donnez-en au plus ${String(n)}.`,
  },
  arrayUnique: {
    nl: () => 'Elke waarde mag maar één keer voorkomen.',
    en: () => 'Give each value only once.',
    fr: () => 'Donnez chaque valeur une seule fois.',
  },
  matches: {
    nl: () => 'Dit heeft niet de juiste vorm.',
    en: () => 'This does not have the right form.',
    fr: () => "Ceci n'a pas la forme attendue.",
  },
  whitelistValidation: {
    nl: () => 'Dit veld kennen we niet. Laat het weg.',
    en: () => 'This field is unknown. Leave it out.',
    fr: () => 'Nous ne connaissons pas ce champ. Supprimez-le.',
  },
};

const FALLBACK: Record<Language, Text> = {
  nl: () => 'Deze waarde is niet geldig.',
  en: () => 'This value is not valid.',
  fr: () => "Cette valeur n'est pas valable.",
};

/** What `inWords` keeps beside the Dutch words. */
function wordsIn(context: unknown, language: Language): string | undefined {
  const words: unknown =
    typeof context === 'object' && context !== null ? Reflect.get(context, language) : undefined;
  return typeof words === 'string' ? words : undefined;
}

function metadataOf(error: ValidationError, constraint: string) {
  if (error.target === undefined) return undefined;
  return getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((m) => m.propertyName === error.property && (m.name === constraint || m.type === constraint));
}

/**
 * Plain sentence for a broken constraint. Words given in the decorator (`inWords`), and the words of constraints of
 * an app itself, go first: the app knows its field better.
 */
export function constraintText(error: ValidationError, constraint: string, language: Language): string {
  const metadata = metadataOf(error, constraint);
  const known = TEXTS[constraint];
  const own = error.constraints?.[constraint];
  if (
    own !== undefined &&
    constraint !== 'whitelistValidation' &&
    (metadata?.message || known === undefined)
  ) {
    if (metadata === undefined) return FALLBACK[language]();
    const context: unknown = metadata.context;
    return language === 'nl' ? own : (wordsIn(context, language) ?? FALLBACK[language]());
  }
  const limits: unknown[] = metadata?.constraints ?? [];
  return (known ?? FALLBACK)[language](...limits);
}
