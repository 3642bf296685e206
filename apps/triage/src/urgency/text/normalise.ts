import { BoundedMemo } from './bounded-memo.js';

/** A text made fit for comparing, with the way back to the original. */
export interface NormalisedText {
  readonly value: string;
  /** Original UTF-16 offset of the character at `index`; `value.length` gives the length of the original. */
  originalOffset(index: number): number;
}

const BEYOND_ASCII = 0x80;
/** Accents and other marks on a letter, and signs that are not seen (soft hyphen, zero width). */
const INVISIBLE = /[\p{M}\p{Cf}]/u;

/** More than the letters and signs of one language beyond the plain ones. */
const REMEMBERED_CHARACTERS = 1_000;
const plainForms = new BoundedMemo(REMEMBERED_CHARACTERS, plainForm);

/**
 * Lower case, no diacritics, ligatures and full-width letters written out (domain.md 3.4). Whatever grows or
 * shrinks on the way, each character still knows where it came from, so that evidence points into the original.
 */
export function normalise(original: string): NormalisedText {
  const origins = new Origins();
  let value = '';
  let done = 0;
  // Runs of plain letters are taken over whole; most texts are nothing else.
  for (let offset = 0; offset < original.length; offset += 1) {
    if (original.charCodeAt(offset) < BEYOND_ASCII) continue;
    value += original.slice(done, offset).toLowerCase();
    origins.kept(done, offset);
    const character = String.fromCodePoint(original.codePointAt(offset) ?? 0);
    const plain = plainForms.of(character);
    value += plain;
    if (character.length === 1 && plain.length === 1) origins.kept(offset, offset + 1);
    else origins.replaced(offset, plain.length);
    done = offset + character.length;
    offset = done - 1;
  }
  value += original.slice(done).toLowerCase();
  origins.kept(done, original.length);
  return { value, originalOffset: (index) => origins.of(index) ?? original.length };
}

/** Original offset of each character; written down only once one of them grew or shrank. */
class Origins {
  private offsets: number[] | null = null;
  private count = 0;

  kept(from: number, until: number): void {
    this.count += until - from;
    if (this.offsets) for (let offset = from; offset < until; offset += 1) this.offsets.push(offset);
  }

  replaced(offset: number, length: number): void {
    this.offsets ??= Array.from({ length: this.count }, (_, index) => index);
    for (let unit = 0; unit < length; unit += 1) this.offsets.push(offset);
  }

  of(index: number): number | undefined {
    return this.offsets ? this.offsets[index] : index;
  }
}

function plainForm(character: string): string {
  const written = LETTERS[character] ?? character.normalize('NFKD').toLowerCase();
  return Array.from(written.normalize('NFKD'))
    .filter((part) => !INVISIBLE.test(part))
    .join('');
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
