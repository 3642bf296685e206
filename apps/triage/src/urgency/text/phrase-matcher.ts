import { ANY_WORD, type TermId } from './lexicon.js';
import type { Phrase } from './phrase.js';
import type { ReadText } from './read-text.js';

export interface PhraseMatch<T> {
  readonly value: T;
  /** Indexes of the words that matched, in order; words in gaps are not among them. */
  readonly steps: readonly number[];
}

export function firstWord(match: PhraseMatch<unknown>): number {
  return match.steps[0] ?? 0;
}

export function lastWord(match: PhraseMatch<unknown>): number {
  return match.steps[match.steps.length - 1] ?? 0;
}

interface Begun<T> {
  readonly phrase: Phrase;
  readonly value: T;
}

/** Finds many phrases in one pass: each word of the text only tries the phrases that begin with it. */
export class PhraseMatcher<T> {
  private readonly byFirstTerm = new Map<TermId, Begun<T>[]>();
  /** The same word always has the same list of terms, of which few begin a phrase. */
  private byTerms = new WeakMap<readonly TermId[], readonly Begun<T>[]>();

  add(phrase: Phrase, value: T): void {
    const first = phrase[0]?.term;
    if (first === undefined) return;
    const known = this.byFirstTerm.get(first);
    if (known) known.push({ phrase, value });
    else this.byFirstTerm.set(first, [{ phrase, value }]);
    this.byTerms = new WeakMap();
  }

  find(text: ReadText): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    for (let index = 0; index < text.tokens.length; index += 1) {
      const terms = text.terms[index];
      if (!terms || terms.length === 0) continue;
      for (const { phrase, value } of this.begunBy(terms)) {
        const steps = follow(phrase, 1, index, text);
        if (steps) matches.push({ value, steps: [index, ...steps] });
      }
    }
    return matches;
  }

  private begunBy(terms: readonly TermId[]): readonly Begun<T>[] {
    const known = this.byTerms.get(terms);
    if (known) return known;
    const begun = terms.flatMap((term) => this.byFirstTerm.get(term) ?? []);
    this.byTerms.set(terms, begun);
    return begun;
  }
}

/** The words after `index` that complete the phrase from its step `next`, nearest first, or null. */
function follow(phrase: Phrase, next: number, index: number, text: ReadText): number[] | null {
  const step = phrase[next];
  if (!step) return [];
  for (let at = index + 1; at <= index + 1 + step.gap && at < text.tokens.length; at += 1) {
    if (text.tokens[at]?.after === 'sentence') break;
    if (step.term !== ANY_WORD && !text.terms[at]?.includes(step.term)) continue;
    const rest = follow(phrase, next + 1, at, text);
    if (rest) return [at, ...rest];
  }
  return step.optional ? follow(phrase, next + 1, index, text) : null;
}
