import type { Level } from '#contracts';
import type { TextField } from './facts.js';

/** Why a rule fired, as codes or offsets: never the text itself (domain.md 3.2.7, architecture.md 5). */
export type Evidence =
  | { readonly type: 'answer'; readonly key: string; readonly value: string | readonly string[] }
  /** UTF-16 offsets into the text as the melder sent it, end exclusive. */
  | { readonly type: 'text'; readonly field: TextField; readonly start: number; readonly end: number }
  | { readonly type: 'context'; readonly key: string; readonly value: string | number };

export interface Reason {
  /** Rule code of domain.md part 3; a negated text signal as `TXT-GEWELD(neg)`. */
  readonly code: string;
  /** Dutch sentence for staff. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export type Flag = 'F-CONTRADICTION' | 'F-LANGUAGE' | 'F-TRIAGE_FAILED';

export interface Decision {
  readonly level: Level;
  /** In the order of domain.md 3.6.1. */
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
  readonly policyVersion: string;
  /** False while the text has not been read. */
  readonly complete: boolean;
}
