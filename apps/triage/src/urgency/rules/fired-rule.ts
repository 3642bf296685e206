import type { Level } from '#contracts';
import type { Reason } from '../decision.js';

/** A rule whose condition holds: what is shown, and the level below which the result may not come. */
export interface FiredRule {
  readonly reason: Reason;
  readonly floor: Level;
}
