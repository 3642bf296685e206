import type { NowSigns } from './compiled-signals.js';
import { firstWord, lastWord, type PhraseMatch } from './phrase-matcher.js';
import type { ReadText } from './read-text.js';

/** Tells, for one text, which matches it says to be going on at this moment; domain.md 3.6.8. */
export class NowSign {
  private readonly now: readonly number[];
  private readonly past: readonly number[];

  constructor(
    private readonly signs: NowSigns,
    private readonly text: ReadText,
  ) {
    const found = signs.signs.find(text);
    const steps = (value: string): number[] =>
      found.filter((match) => match.value === value).flatMap((match) => match.steps);
    const notNow = new Set(steps('not-now'));
    this.now = steps('now').filter((index) => !notNow.has(index));
    this.past = steps('past');
  }

  /** A sign of now, and none of the past, in the clause of the match. */
  isGoingOn(match: PhraseMatch<unknown>): boolean {
    if (this.now.length === 0) return false;
    const [from, to] = this.clause(match);
    const within = (index: number): boolean => index >= from && index <= to;
    return this.now.some(within) && !this.past.some(within);
  }

  private clause(match: PhraseMatch<unknown>): [number, number] {
    let from = firstWord(match);
    while (from > 0 && !this.begins(from)) from -= 1;
    let to = lastWord(match);
    while (to + 1 < this.text.tokens.length && !this.begins(to + 1)) to += 1;
    return [from, to];
  }

  private begins(index: number): boolean {
    const token = this.text.tokens[index];
    return token?.after === 'sentence' || this.signs.clauseBreakers.has(token?.word ?? '');
  }
}
