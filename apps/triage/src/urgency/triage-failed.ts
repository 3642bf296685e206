import type { Decision, Reason } from './decision.js';
import { highestLevel } from './levels.js';

const FAILED: Reason = {
  code: 'F-TRIAGE_FAILED',
  text: 'De melding kon niet volledig beoordeeld worden. Een medewerker van wacht leest ze eerst.',
  evidence: [],
};

/**
 * What a decision becomes when text or context could not be had in time: at least HIGH, flagged, for the crisis
 * duty queue (domain.md 3.2.8). The flag stands among the reasons too, since no level goes without a reason.
 */
export function triageFailed(decision: Decision): Decision {
  if (decision.flags.includes('F-TRIAGE_FAILED')) return decision;
  return {
    ...decision,
    level: highestLevel([decision.level, 'HIGH']),
    reasons: [...decision.reasons, FAILED],
    flags: [...decision.flags, 'F-TRIAGE_FAILED'],
  };
}
