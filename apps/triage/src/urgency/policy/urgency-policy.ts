import type { Kind, Level } from '#contracts';
import type { ClockTerms } from '../../clocks/index.js';
import type { RoutingRules } from '../../routing/index.js';
import type { CompiledSignals } from '../text/compiled-signals.js';
import type { FactName } from './fact-names.js';

/** One alternative: every named fact must have (one of) the listed values. */
export type Condition = Readonly<Partial<Record<FactName, readonly string[]>>>;

interface RuleHead {
  readonly code: string;
  readonly floor: Level;
  /** Dutch sentence for staff. */
  readonly text: string;
}

/** Fires when one of its alternatives holds. */
export interface AnswerRule extends RuleHead {
  readonly when: readonly Condition[];
}

/** R-C8: two submitters, one location; domain.md 3.6.3. */
export interface IndependentReportsRule extends RuleHead {
  readonly independentReports: { readonly withinDays: number };
}

export type StructuredRule = AnswerRule | IndependentReportsRule;

/** A group of words and patterns; the words themselves stand in the list of each language. */
export interface SignalGroup extends RuleHead {
  /** Floor when one of these alternatives holds, e.g. what is told goes on repeatedly. */
  readonly raised?: { readonly floor: Level; readonly when: readonly Condition[] };
  /** Floor when the text says that it goes on at this moment; domain.md 3.6.8. */
  readonly floorNow?: Level;
}

interface RaisingRule {
  readonly code: string;
  readonly text: string;
}

/** B-1, B-2 and B-3: each one step up, never past the limit. */
export interface ContextRules {
  readonly kinds: readonly Kind[];
  readonly limit: Level;
  readonly repeatedReports: RaisingRule & { readonly submitters: number; readonly withinDays: number };
  readonly handhaving: RaisingRule & {
    /** States in which no handhaving runs; every other state counts as active. */
    readonly inactiveStates: readonly string[];
    readonly monthsAfterSchorsing: number;
  };
  readonly risk: RaisingRule & { readonly bands: readonly string[] };
}

/** The policy as the agency writes it; domain.md part 3 as data. */
export interface PolicyDocument {
  readonly version: string;
  readonly approvedBy: readonly string[];
  readonly approvedOn: string;
  readonly signalLists: readonly string[];
  readonly kindRules: readonly AnswerRule[];
  readonly structuredRules: readonly StructuredRule[];
  readonly signals: readonly SignalGroup[];
  readonly contextRules: ContextRules;
  readonly contradiction: { readonly from: Level; readonly answeredBy: readonly string[] };
  readonly clocks: ClockTerms;
  readonly routing: RoutingRules;
}

/** A policy that is ready for use: checked as a whole, patterns compiled once. */
export interface UrgencyPolicy extends PolicyDocument {
  /** SHA-256 over the policy file and its word lists, hexadecimal. */
  readonly contentHash: string;
  /** Language tags for which a word list exists. */
  readonly languages: readonly string[];
  readonly compiledSignals: CompiledSignals;
}
