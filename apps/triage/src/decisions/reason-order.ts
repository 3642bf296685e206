import type { Reason } from '../urgency/index.js';

/** What triage or a person adds beside the rules comes last. */
const PLACES: readonly RegExp[] = [/^R-/, /^TXT-/, /^B-/];

function place({ code }: Reason): number {
  const found = PLACES.findIndex((pattern) => pattern.test(code));
  return found < 0 ? PLACES.length : found;
}

/** Reasons are a set, shown as structured rules, text signals, context rules (domain.md 3.6.1). */
export function inShownOrder(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted((one, other) => place(one) - place(other));
}
