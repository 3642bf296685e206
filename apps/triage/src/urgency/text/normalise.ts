/** A text made fit for comparing, with the way back to the original. */
export interface NormalisedText {
  readonly value: string;
  /** Original UTF-16 offset of the character at `index`; `value.length` gives the length of the original. */
  originalOffset(index: number): number;
}

const ASCII = /^\p{ASCII}*$/u;
/** Accents and other marks on a letter, and signs that are not seen (soft hyphen, zero width). */
const INVISIBLE = /[\p{M}\p{Cf}]/u;

/**
 * Lower case, no diacritics, ligatures and full-width letters written out (domain.md 3.4). Whatever grows or
 * shrinks on the way, each character still knows where it came from, so that evidence points into the original.
 */
export function normalise(original: string): NormalisedText {
  if (ASCII.test(original)) return { value: original.toLowerCase(), originalOffset: (index) => index };
  let value = '';
  const origins: number[] = [];
  let offset = 0;
  for (const character of original) {
    for (const part of plain(character)) {
      value += part;
      for (let unit = 0; unit < part.length; unit += 1) origins.push(offset);
    }
    offset += character.length;
  }
  origins.push(original.length);
  return { value, originalOffset: (index) => origins[index] ?? original.length };
}

function plain(character: string): string[] {
  if (ASCII.test(character)) return [character.toLowerCase()];
  const written = LETTERS[character] ?? character.normalize('NFKD').toLowerCase();
  return [...written.normalize('NFKD')].filter((part) => !INVISIBLE.test(part));
}

/** Letters that Unicode does not take apart, and quotes that people type for an apostrophe. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ß: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
};
