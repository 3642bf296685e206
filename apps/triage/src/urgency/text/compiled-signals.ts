import type { Lexicon } from './lexicon.js';
import type { NegationScope } from './negation.js';
import type { PhraseMatcher } from './phrase-matcher.js';

/** Whether and how a negation before a phrase counts; domain.md 3.4 and 3.6.6. */
export type OwnNegation = 'none' | 'exempt' | 'reversible';

/** What one phrase of a word list stands for. */
export interface SignalPhrase {
  readonly group: string;
  readonly language: string;
  readonly ownNegation: OwnNegation;
}

/** Signs that what is told goes on at this moment, and signs that it does not; domain.md 3.6.8. */
export interface NowSigns {
  readonly signs: PhraseMatcher<'now' | 'not-now' | 'past'>;
  readonly clauseBreakers: ReadonlySet<string>;
}

/** All word lists of a policy, ready for searching. */
export interface CompiledSignals {
  readonly lexicon: Lexicon;
  readonly signals: PhraseMatcher<SignalPhrase>;
  /** Harmless phrases, by the group that they are harmless for. */
  readonly falseFriends: PhraseMatcher<string>;
  readonly negations: ReadonlyMap<string, NegationScope>;
  readonly now: NowSigns;
}
