import type { Level } from '#contracts';
import type { DecisionCause } from '../cases/case-event.entity.js';

/** Why a case is decided on again, and by whom. */
export interface DecisionChange {
  cause: DecisionCause;
  /** User name when a person decided. */
  actor?: string;
  /** What that person wrote, sealed. */
  sealedReason?: Buffer | null;
}

/** One decision in the life of a case. */
export interface DecisionStep extends DecisionChange {
  at: Date;
  /** Null for the decision that opens the case. */
  previousLevel: Level | null;
}
