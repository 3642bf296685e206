import type { Lexicon, TermId } from './lexicon.js';
import { tokenise, type Token } from './tokenise.js';

/** A text as words, each with the terms of the word lists that it stands for. */
export interface ReadText {
  readonly tokens: readonly Token[];
  readonly terms: readonly (readonly TermId[])[];
}

export function readText(original: string, lexicon: Lexicon): ReadText {
  const tokens = tokenise(original);
  return { tokens, terms: tokens.map(({ word }) => lexicon.termsOf(word)) };
}
