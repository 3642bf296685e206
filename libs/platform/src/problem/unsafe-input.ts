import { pointerTo } from './field-errors.js';
import type { Language, LocalText } from './language.js';
import type { FieldError } from './problem.exception.js';

/** Deeper than any form of ours; deeper input is an attack on recursion. */
const MAX_DEPTH = 32;

const FAULTS: Record<'UNSUPPORTED_CHARACTER' | 'TOO_DEEP' | 'UNKNOWN_PROPERTY', LocalText> = {
  UNSUPPORTED_CHARACTER: {
    nl: 'Deze tekst bevat een teken dat we niet kunnen bewaren.',
    en: 'This text holds a character that cannot be stored.',
    fr: 'Ce texte contient un caractère que nous ne pouvons pas conserver.',
  },
  TOO_DEEP: {
    nl: 'Deze gegevens zitten te diep genest.',
    en: 'These data are nested too deeply.',
    fr: 'Ces données sont imbriquées trop profondément.',
  },
  UNKNOWN_PROPERTY: {
    nl: 'Dit veld kennen we niet. Laat het weg.',
    en: 'This field is unknown. Leave it out.',
    fr: 'Nous ne connaissons pas ce champ. Supprimez-le.',
  },
};

/** PostgreSQL refuses NUL, and a lone surrogate cannot be written as UTF-8. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Most input is safe: told without making a pointer for each field. */
export function isSafeInput(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true;
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((inner) => isSafeInput(inner, depth + 1));
  for (const name of Object.keys(value)) {
    if (!isStorable(name) || name in Object.prototype) return false;
    if (!isSafeInput((value as Record<string, unknown>)[name], depth + 1)) return false;
  }
  return true;
}

/**
 * Finds what may not reach the check of a DTO: texts that no column can hold, nesting without end, and names that
 * every object has (`constructor`, `toString`), which the conversion to a DTO would drop without a word.
 */
export function unsafeInput(value: unknown, language: Language, pointer = '', depth = 0): FieldError[] {
  const fault = (code: keyof typeof FAULTS, at = pointer): FieldError[] => [
    { pointer: at, code, message: FAULTS[code][language] },
  ];
  if (typeof value === 'string') return isStorable(value) ? [] : fault('UNSUPPORTED_CHARACTER');
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  if (depth >= MAX_DEPTH) return fault('TOO_DEEP');
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!isStorable(name)) return fault('UNSUPPORTED_CHARACTER');
    const at = pointerTo(pointer, name);
    if (name in Object.prototype) return fault('UNKNOWN_PROPERTY', at);
    return unsafeInput(inner, language, at, depth + 1);
  });
}
