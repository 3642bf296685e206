import { normalise } from './normalise.js';

/** What stands between a word and the word before it. */
export type Separation = 'space' | 'comma' | 'sentence';

export interface Token {
  /** As compared: canonical spelling. */
  readonly word: string;
  /** UTF-16 offsets into the original, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly after: Separation;
}

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
/** French elisions and Dutch 's, 't, 'n: the apostrophe parts two words. Elsewhere (baby's) it belongs to one. */
const ELISION = /^(?:[ldncjstm]|qu)'/;
const SENTENCE_END = /[.!?;:\n\u2026]/;

/** The words of a text, in order, with their place in the original. */
export function tokenise(original: string): Token[] {
  const text = normalise(original);
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.value.matchAll(WORD)) {
    const between = text.value.slice(previousEnd, match.index);
    previousEnd = match.index + match[0].length;
    const [first, second] = parted(match[0], match.index);
    tokens.push(token(text, first, separation(between)));
    if (second) tokens.push(token(text, second, 'space'));
  }
  return tokens;
}

interface Span {
  readonly at: number;
  readonly letters: string;
}

function parted(letters: string, at: number): [Span, Span?] {
  const elision = ELISION.exec(letters)?.[0];
  if (!elision) return [{ at, letters }];
  return [
    { at, letters: elision.slice(0, -1) },
    { at: at + elision.length, letters: letters.slice(elision.length) },
  ];
}

function token(text: { originalOffset(index: number): number }, span: Span, after: Separation): Token {
  return {
    word: canonical(span.letters),
    start: text.originalOffset(span.at),
    end: text.originalOffset(span.at + span.letters.length),
    after,
  };
}

function separation(between: string): Separation {
  if (SENTENCE_END.test(between)) return 'sentence';
  return between.includes(',') || between.includes('(') || between.includes(')') ? 'comma' : 'space';
}

/**
 * One spelling for what people write in several: no apostrophe (baby's), letters held on to (slaaaat) twice at
 * most, y for ij. Word lists go through the same, so that both sides agree.
 */
export function canonical(word: string): string {
  return word
    .replaceAll("'", '')
    .replace(/(.)\1{2,}/g, '$1$1')
    .replaceAll('y', 'ij');
}
