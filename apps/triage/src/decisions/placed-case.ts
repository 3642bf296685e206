import type { KnownLocation } from '../locations/known-location.entity.js';
import { clocksFor } from '../clocks/index.js';
import { route } from '../routing/index.js';
import type { PlacingTerms } from '../policies/placing-terms.js';
import type { Decision } from '../urgency/index.js';
import { earliestDue, storedClock } from '../cases/stored-clock.js';
import type { TriageCase } from '../cases/triage-case.entity.js';

/** Gives a case its level with reasons, and the queue, team, handler role and terms that follow from them. */
export function place(
  theCase: TriageCase,
  decision: Decision,
  terms: Pick<PlacingTerms, 'clocks' | 'routing'>,
  locations: readonly KnownLocation[],
): void {
  const { level, reasons, flags, policyVersion, complete } = decision;
  const [location] = locations;
  const { kind, submitterType, identityMode } = theCase.facts;
  const clocks = clocksFor({ level, kind, receivedAt: theCase.receivedAt }, terms.clocks).map(storedClock);
  Object.assign(theCase, {
    level,
    reasons: [...reasons],
    flags: [...flags],
    policyVersion,
    textRead: complete,
    clocks,
    dueAt: earliestDue(clocks),
    ...route(
      {
        kind,
        submitterType,
        identityMode,
        level,
        flags,
        locationKnown: theCase.locationIds.length > 0,
        province: location?.province ?? null,
      },
      terms.routing,
    ),
  } satisfies Partial<TriageCase>);
}

/** The decision that a case carries now. */
export function decisionOf(theCase: TriageCase): Decision {
  const { level, reasons, flags, policyVersion, textRead } = theCase;
  return { level, reasons, flags, policyVersion, complete: textRead };
}
