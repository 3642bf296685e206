import {
  CRISIS_ACKNOWLEDGED,
  CRISIS_RAISED,
  MELDING_ASSIGNED,
  MELDING_LEVEL_CHANGED,
  MELDING_STATUS_CHANGED,
  MELDING_TRIAGED,
  type CaseStatus,
  type CrisisAcknowledgedV1,
  type CrisisRaisedV1,
  type Level,
  type MeldingAssignedV1,
  type MeldingLevelChangedV1,
  type MeldingStatusChangedV1,
  type MeldingTriagedV1,
} from '#contracts';
import type { OutboxEvent } from '#messaging';
import type { TriageCase } from './triage-case.entity.js';

// What a case tells the other services (contract.md 5): codes and ids, keyed by the melding.

const about = ({ meldingId, reference, kind, locationId }: TriageCase) => ({
  meldingId,
  reference,
  kind,
  locationId,
});

const decided = ({ level, reasons, flags, policyVersion }: TriageCase) => ({
  level,
  reasonCodes: reasons.map(({ code }) => code),
  flags,
  policyVersion,
});

const routed = ({ queue, team, handlerRole }: TriageCase) => ({ queue, team, handlerRole });

const message = (theCase: TriageCase, type: string, data: object): OutboxEvent => ({
  type,
  key: theCase.meldingId,
  data,
});

export function triagedMessage(theCase: TriageCase, at: Date): OutboxEvent {
  const data: MeldingTriagedV1 = {
    ...about(theCase),
    ...decided(theCase),
    ...routed(theCase),
    caseId: theCase.id,
    triagedAt: at.toISOString(),
  };
  return message(theCase, MELDING_TRIAGED, data);
}

export function levelChangedMessage(
  theCase: TriageCase,
  change: { previousLevel: Level; cause: MeldingLevelChangedV1['cause']; at: Date },
): OutboxEvent {
  const { previousLevel, cause, at } = change;
  const data: MeldingLevelChangedV1 = {
    ...about(theCase),
    ...decided(theCase),
    ...routed(theCase),
    caseId: theCase.id,
    previousLevel,
    cause,
    changedAt: at.toISOString(),
  };
  return message(theCase, MELDING_LEVEL_CHANGED, data);
}

export function crisisRaisedMessage(theCase: TriageCase, raised: { at: Date; pickUpBy: Date }): OutboxEvent {
  const { reasonCodes, policyVersion } = decided(theCase);
  const data: CrisisRaisedV1 = {
    ...about(theCase),
    caseId: theCase.id,
    reasonCodes,
    policyVersion,
    raisedAt: raised.at.toISOString(),
    pickUpBy: raised.pickUpBy.toISOString(),
  };
  return message(theCase, CRISIS_RAISED, data);
}

export function crisisAcknowledgedMessage(
  theCase: TriageCase,
  acknowledgedBy: string,
  at: Date,
): OutboxEvent {
  const data: CrisisAcknowledgedV1 = {
    ...about(theCase),
    caseId: theCase.id,
    acknowledgedBy,
    acknowledgedAt: at.toISOString(),
  };
  return message(theCase, CRISIS_ACKNOWLEDGED, data);
}

export function assignedMessage(
  theCase: TriageCase,
  assigned: { assignee: string; previousAssignee: string | null; assignedBy: string; at: Date },
): OutboxEvent {
  const { at, ...who } = assigned;
  const data: MeldingAssignedV1 = {
    ...about(theCase),
    caseId: theCase.id,
    level: theCase.level,
    ...who,
    assignedAt: at.toISOString(),
  };
  return message(theCase, MELDING_ASSIGNED, data);
}

export function statusChangedMessage(theCase: TriageCase, previousStatus: CaseStatus, at: Date): OutboxEvent {
  const data: MeldingStatusChangedV1 = {
    ...about(theCase),
    caseId: theCase.id,
    status: theCase.status,
    previousStatus,
    changedAt: at.toISOString(),
  };
  return message(theCase, MELDING_STATUS_CHANGED, data);
}
