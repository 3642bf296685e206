import { isHigher, type Decision, type Reason } from '../urgency/index.js';
import { inShownOrder } from './reason-order.js';

/**
 * Joins a decision with a further one about the same melding: the higher level, and every reason and flag of both.
 * Nothing is taken back, since completing never lowers (domain.md 3.2.3, architecture.md 5). Only a raising
 * context rule goes when the other decision reaches the same level without it.
 */
export function mergedDecision(current: Decision, further: Decision): Decision {
  const renewed = further.reasons.filter(
    (reason) => has(current, reason) || counts(reason, further, current),
  );
  const kept = current.reasons.filter((reason) => !has(further, reason) && counts(reason, current, further));
  return {
    level: isHigher(current.level, further.level) ? current.level : further.level,
    reasons: inShownOrder([...renewed, ...kept]),
    flags: [...new Set([...current.flags, ...further.flags])],
    policyVersion: further.policyVersion,
    complete: current.complete || further.complete,
  };
}

function has(decision: Decision, reason: Reason): boolean {
  return decision.reasons.some(({ code }) => code === reason.code);
}

/** Whether a reason that only `owner` lists stays: B-1, B-2 and B-3 only when they raise (domain.md 3.6.2). */
function counts(reason: Reason, owner: Decision, other: Decision): boolean {
  return !reason.code.startsWith('B-') || isHigher(owner.level, other.level);
}
