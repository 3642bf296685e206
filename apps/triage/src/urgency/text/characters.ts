/** What stands between a word and the word before it. */
export type Separation = 'space' | 'comma' | 'sentence';

export const APOSTROPHE = 0x27;
const BEYOND_ASCII = 0x80;
const BEYOND_ONE_UNIT = 0xffff;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isPlainLetter = Array.from({ length: BEYOND_ASCII }, (_, code) =>
  LETTER_OR_DIGIT.test(String.fromCharCode(code)),
);
const codesOf = (signs: string): ReadonlySet<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const SENTENCE_END = codesOf('.!?;:\n\u2026');
const PAUSE = codesOf(',()');

/**
 * Where the word that begins at `at` ends, exclusive; `at` itself when none begins there. A word is letters and
 * digits, with apostrophes inside. By character code, since a pattern with \p{L} is several times slower.
 */
export function endOfWord(text: string, at: number): number {
  let end = afterLetters(text, at);
  if (end === at) return at;
  while (text.charCodeAt(end) === APOSTROPHE) {
    const next = afterLetters(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function afterLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const width = letterWidth(text, at);
    if (width === 0) break;
    at += width;
  }
  return at;
}

/** UTF-16 units of the letter or digit at `at`; 0 when there is another sign. */
function letterWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < BEYOND_ASCII) return isPlainLetter[code] ? 1 : 0;
  const point = text.codePointAt(at) ?? 0;
  if (!LETTER_OR_DIGIT.test(String.fromCodePoint(point))) return 0;
  return point > BEYOND_ONE_UNIT ? 2 : 1;
}

/** What the sign makes of the separation so far. */
export function stronger(separation: Separation, sign: number): Separation {
  if (separation === 'sentence' || SENTENCE_END.has(sign)) return 'sentence';
  return separation === 'comma' || PAUSE.has(sign) ? 'comma' : 'space';
}
