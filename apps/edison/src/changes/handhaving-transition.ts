import type { EnforcementState } from '#contracts';

/** A step of an enforcement case, as the change feed tells it. */
export interface HandhavingTransition {
  locationId: string;
  handhavingId: string;
  state: EnforcementState;
  previousState: EnforcementState | null;
  /** `YYYY-MM-DD`; null when not known. */
  effectiveOn: string | null;
  /** RFC 3339, UTC. */
  changedAt: string;
}
