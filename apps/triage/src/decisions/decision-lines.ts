import { SYSTEM_ACTOR } from '../cases/case-event.entity.js';
import type { NewCaseEvent } from '../cases/case-events.service.js';
import type { TriageCase } from '../cases/triage-case.entity.js';
import type { Announcement } from './announcements.js';
import type { DecisionStep } from './decision-step.js';

/** What the history of the case says of a decision, in order. */
export function decisionLines(
  theCase: TriageCase,
  step: DecisionStep,
  told: readonly Announcement[],
): NewCaseEvent[] {
  return [decisionLine(theCase, step), ...toldLines(theCase, step, told)];
}

function decisionLine({ level, reasons }: TriageCase, step: DecisionStep): NewCaseEvent {
  const { cause, previousLevel, at, actor = SYSTEM_ACTOR, sealedReason = null } = step;
  const reasonCodes = reasons.map(({ code }) => code);
  if (previousLevel === null) return { at, type: 'OPENED', actor, detail: { level, cause, reasonCodes } };
  const type = cause === 'TEXT_ASSESSED' || cause === 'TRIAGE_FAILED' ? cause : 'LEVEL_CHANGED';
  return { at, type, actor, detail: { level, previousLevel, cause, reasonCodes }, sealedReason };
}

/** A change of level has its line already. */
function toldLines(
  { level }: TriageCase,
  { at }: DecisionStep,
  told: readonly Announcement[],
): NewCaseEvent[] {
  return told.flatMap((type) =>
    type === 'LEVEL_CHANGED' ? [] : [{ at, type, actor: SYSTEM_ACTOR, detail: { level } }],
  );
}
