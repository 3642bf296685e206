/** The words of one signal group in one language. */
export interface WordListGroup {
  readonly code: string;
  readonly phrases: readonly string[];
  /** Carry their own negation and are never counted as negated ("ademt niet"). */
  readonly ownNegation: readonly string[];
  /** Carry their own negation, which a negation before them undoes ("nooit zonder toezicht"). */
  readonly ownNegationUndone: readonly string[];
  /** Look like a signal of this group and are none. */
  readonly falseFriends: readonly string[];
}

/** One language of the text signals, as the agency writes it; domain.md 3.4. */
export interface WordList {
  readonly language: string;
  /** Names for sets of words, used in phrases as `@name`. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly negation: {
    readonly words: readonly string[];
    readonly window: number;
    readonly stopAt: readonly string[];
    readonly passComma: readonly string[];
    readonly notNegating: readonly string[];
  };
  /** What tells that a danger goes on at this moment; domain.md 3.6.8. */
  readonly now: {
    readonly signs: readonly string[];
    readonly notNow: readonly string[];
    readonly past: readonly string[];
    readonly clauseBreakers: readonly string[];
  };
  readonly groups: readonly WordListGroup[];
  /** Files with words that are one letter away from a listed word and mean something of their own. */
  readonly lookalikes: readonly string[];
}
