import { APOSTROPHE, endOfWord, stronger, type Separation } from './characters.js';
import { normalise, type NormalisedText } from './normalise.js';

export interface Token {
  /** As compared: canonical spelling. */
  readonly word: string;
  /** UTF-16 offsets into the original, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly after: Separation;
}

const LETTER_Y = 0x79;
/** French elisions and Dutch 's, 't, 'n: the apostrophe parts two words. Elsewhere (baby's) it belongs to one. */
const ELISION = /^(?:[ldncjstm]|qu)'/;

/** The words of a text, in order, with their place in the original. */
export function tokenise(original: string): Token[] {
  const text = normalise(original);
  const tokens: Token[] = [];
  let after: Separation = 'space';
  for (let at = 0; at < text.value.length;) {
    const end = endOfWord(text.value, at);
    if (end === at) {
      after = stronger(after, text.value.charCodeAt(at));
      at += 1;
      continue;
    }
    add(tokens, text, { at, letters: text.value.slice(at, end) }, after);
    after = 'space';
    at = end;
  }
  return tokens;
}

function add(tokens: Token[], text: NormalisedText, span: Span, after: Separation): void {
  if (!span.letters.includes("'")) {
    tokens.push(token(text, span, after));
    return;
  }
  const [first, second] = parted(span.letters, span.at);
  tokens.push(token(text, first, after));
  if (second) tokens.push(token(text, second, 'space'));
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

function token(text: NormalisedText, span: Span, after: Separation): Token {
  return {
    word: canonical(span.letters),
    start: text.originalOffset(span.at),
    end: text.originalOffset(span.at + span.letters.length),
    after,
  };
}

/**
 * One spelling for what people write in several: no apostrophe (baby's), letters held on to (slaaaat) twice at
 * most, y for ij. Word lists go through the same, so that both sides agree.
 */
export function canonical(word: string): string {
  if (!isRespelled(word)) return word;
  return word
    .replaceAll("'", '')
    .replace(/(.)\1{2,}/g, '$1$1')
    .replaceAll('y', 'ij');
}

/** Whether `canonical` has anything to do: hardly ever, and looking costs a fraction of trying. */
function isRespelled(word: string): boolean {
  let last = 0;
  let beforeLast = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code === LETTER_Y || code === APOSTROPHE || (code === last && code === beforeLast)) return true;
    beforeLast = last;
    last = code;
  }
  return false;
}
