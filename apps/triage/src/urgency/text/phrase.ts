import type { Lexicon, TermId } from './lexicon.js';

/** One word of a phrase. */
export interface PhraseStep {
  readonly term: TermId;
  /** How many other words may stand before it, within the same sentence. */
  readonly gap: number;
  readonly optional: boolean;
}

export type Phrase = readonly PhraseStep[];

/** Words written without their spaces ("blauweplekken") are taken only when this long, and in so many forms. */
const SHORTEST_JOINED = 8;
const MOST_JOINED = 60;

/**
 * Reads a phrase of a word list: words parted by spaces; `a|b` either; `ver*` any word that begins so; `@kind` any
 * word of that class; `#` a number in digits; `*` any word; `~3` up to three other words in between; `?word` may be
 * missing. Gives the phrase and, where all its words are fixed, the same written without spaces.
 */
export function readPhrase(written: string, lexicon: Lexicon): Phrase[] {
  const steps: PhraseStep[] = [];
  const parts: string[] = [];
  let gap = 0;
  for (const part of written.trim().split(/\s+/)) {
    if (/^~\d+$/.test(part)) {
      gap = Number(part.slice(1));
      continue;
    }
    const optional = part.startsWith('?');
    const word = optional ? part.slice(1) : part;
    steps.push({ term: lexicon.term(word), gap, optional });
    parts.push(gap > 0 || optional ? '' : word);
    gap = 0;
  }
  if (steps.length === 0 || steps[0]?.optional) throw new Error(`phrase "${written}" has no first word`);
  const joined = joinedForms(parts, lexicon);
  if (joined.length === 0) return [steps];
  return [steps, [{ term: lexicon.term(joined.join('|')), gap: 0, optional: false }]];
}

function joinedForms(parts: readonly string[], lexicon: Lexicon): string[] {
  if (parts.length < 2 || parts.includes('')) return [];
  let forms = [''];
  for (const part of parts) {
    const words = lexicon.wordsOf(part);
    if (words.some((word) => /[*#]/.test(word)) || forms.length * words.length > MOST_JOINED) return [];
    forms = forms.flatMap((form) => words.map((word) => form + word));
  }
  return forms.filter((form) => form.length >= SHORTEST_JOINED);
}
