import type { Language } from './language.js';
import { pointerTo } from './field-errors.js';
import type { FieldError } from './problem.exception.js';

/** Deeper than any form of ours; deeper input is an attack on recursion. */
const MAX_DEPTH = 32;

const TEXT = {
  character: {
    nl: 'Deze tekst bevat een teken dat we niet kunnen bewaren.',
    en: 'This text holds a character that cannot be stored.',
  },
  depth: { nl: 'Deze gegevens zitten te diep genest.', en: 'These data are nested too deeply.' },
};

/** PostgreSQL refuses NUL, and a lone surrogate cannot be written as UTF-8. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Finds texts that no column can hold, names included, before they fail deep inside. */
export function unsafeTexts(value: unknown, language: Language, pointer = '', depth = 0): FieldError[] {
  if (typeof value === 'string') {
    return isStorable(value)
      ? []
      : [{ pointer, code: 'UNSUPPORTED_CHARACTER', message: TEXT.character[language] }];
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  if (depth >= MAX_DEPTH) return [{ pointer, code: 'TOO_DEEP', message: TEXT.depth[language] }];
  return Object.entries(value).flatMap(([name, inner]) =>
    isStorable(name)
      ? unsafeTexts(inner, language, pointerTo(pointer, name), depth + 1)
      : [{ pointer, code: 'UNSUPPORTED_CHARACTER', message: TEXT.character[language] }],
  );
}
