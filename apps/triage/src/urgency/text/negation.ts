import { firstWord, lastWord, type PhraseMatch, type PhraseMatcher } from './phrase-matcher.js';
import type { ReadText } from './read-text.js';
import type { OwnNegation } from './compiled-signals.js';

/** How negation works in one language, as the word list says. */
export interface NegationScope {
  readonly words: ReadonlySet<string>;
  /** How many words before the match a negation reaches; domain.md 3.4. */
  readonly window: number;
  /** Words that begin another clause, past which no negation reaches ("want", "omdat"). */
  readonly stopAt: ReadonlySet<string>;
  /** Negations that reach past a comma, as in a list ("geen alcohol, drugs"). */
  readonly passComma: ReadonlySet<string>;
  /** Phrases with such a word that deny nothing ("niet alleen … maar ook", "weet niet of"). */
  readonly notNegating: PhraseMatcher<true>;
}

/** Indexes of the negations of a text that do deny what follows, with the phrases that take that away. */
export class Negations {
  private readonly harmless: readonly PhraseMatch<true>[];

  constructor(
    private readonly scope: NegationScope,
    private readonly text: ReadText,
  ) {
    this.harmless = scope.notNegating.find(text);
  }

  /** Whether a match is told as not so: in the words before it, or in a gap inside it (domain.md 3.6.6). */
  negate(match: PhraseMatch<unknown>, own: OwnNegation): boolean {
    if (own === 'exempt') return false;
    return this.before(match) || (own === 'none' && this.inside(match));
  }

  private before(match: PhraseMatch<unknown>): boolean {
    const first = firstWord(match);
    let pastComma = false;
    for (let index = first - 1; index >= 0 && index >= first - this.scope.window; index -= 1) {
      const separation = this.text.tokens[index + 1]?.after;
      if (separation === 'sentence') return false;
      pastComma ||= separation === 'comma';
      const word = this.text.tokens[index]?.word ?? '';
      if (this.scope.stopAt.has(word)) return false;
      if (pastComma && !this.scope.passComma.has(word)) continue;
      if (this.denies(index, match)) return true;
    }
    return false;
  }

  private inside(match: PhraseMatch<unknown>): boolean {
    for (let index = firstWord(match) + 1; index < lastWord(match); index += 1) {
      if (!match.steps.includes(index) && this.denies(index, match)) return true;
    }
    return false;
  }

  private denies(index: number, match: PhraseMatch<unknown>): boolean {
    if (!this.scope.words.has(this.text.tokens[index]?.word ?? '')) return false;
    return !this.harmless.some(
      (phrase) =>
        phrase.steps.includes(index) &&
        !match.steps.some((step) => step >= firstWord(phrase) && step <= lastWord(phrase)),
    );
  }
}

/** The negations of one text in each language that is asked for; the others are not looked for. */
export class NegationsByLanguage {
  private readonly found = new Map<string, Negations>();

  constructor(
    private readonly scopes: ReadonlyMap<string, NegationScope>,
    private readonly text: ReadText,
  ) {}

  of(language: string): Negations | undefined {
    const known = this.found.get(language);
    const scope = this.scopes.get(language);
    if (known || !scope) return known;
    const negations = new Negations(scope, this.text);
    this.found.set(language, negations);
    return negations;
  }
}
