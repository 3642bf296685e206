import { Type } from 'typebox';
import { CASE_STATUSES, HANDLER_ROLES, LEVELS, QUEUES, TEAMS } from '../codes/case-states.js';
import { KINDS } from '../codes/kinds.js';
import { CodedMelding } from './coded-melding.js';
import {
  closed,
  code,
  moment,
  nullable,
  text,
  uuid,
  type EventDefinition,
  type Static,
  eventOn,
} from './event-definition.js';
import { TOPICS, eventType } from './topics.js';

const decided = {
  level: code(LEVELS),
  /** Rule codes of domain.md part 3, e.g. R-C2, TXT-GEWELD(neg), B-2. */
  reasonCodes: Type.Array(text(40)),
  flags: Type.Array(text(40)),
  policyVersion: text(40),
};
const about = { meldingId: uuid(), reference: text(20), kind: code(KINDS), locationId: nullable(text(64)) };
const routed = { queue: code(QUEUES), team: code(TEAMS), handlerRole: code(HANDLER_ROLES) };

export const MELDING_RECEIVED = eventType('melding.received.v1');
export const MeldingReceivedV1 = CodedMelding;
export type MeldingReceivedV1 = Static<typeof MeldingReceivedV1>;

export const MELDING_ENRICHED = eventType('melding.enriched.v1');
export const MeldingEnrichedV1 = closed({
  meldingId: uuid(),
  reference: text(20),
  /** What came in later, as names of fields: never the content. */
  added: Type.Array(code(['MESSAGE', 'ATTACHMENT', 'IDENTITY', 'LOCATION'] as const)),
  addedAt: moment(),
});
export type MeldingEnrichedV1 = Static<typeof MeldingEnrichedV1>;

export const MELDING_WITHDRAWN = eventType('melding.withdrawn.v1');
export const MeldingWithdrawnV1 = closed({ meldingId: uuid(), reference: text(20), withdrawnAt: moment() });
export type MeldingWithdrawnV1 = Static<typeof MeldingWithdrawnV1>;

export const MELDING_ERASED = eventType('melding.erased.v1');
export const MeldingErasedV1 = closed({ meldingId: uuid(), reference: text(20), erasedAt: moment() });
export type MeldingErasedV1 = Static<typeof MeldingErasedV1>;

export const MELDING_TRIAGED = eventType('melding.triaged.v1');
export const MeldingTriagedV1 = closed({
  ...about,
  ...decided,
  ...routed,
  caseId: uuid(),
  triagedAt: moment(),
});
export type MeldingTriagedV1 = Static<typeof MeldingTriagedV1>;

export const MELDING_LEVEL_CHANGED = eventType('melding.levelChanged.v1');
export const MeldingLevelChangedV1 = closed({
  ...about,
  ...decided,
  ...routed,
  caseId: uuid(),
  previousLevel: code(LEVELS),
  changedAt: moment(),
  cause: code(['TEXT_ASSESSED', 'HISTORY', 'CONTEXT', 'TRIAGE_FAILED', 'PERSON'] as const),
});
export type MeldingLevelChangedV1 = Static<typeof MeldingLevelChangedV1>;

export const MELDING_ASSIGNED = eventType('melding.assigned.v1');
export const MeldingAssignedV1 = closed({
  ...about,
  caseId: uuid(),
  level: code(LEVELS),
  /** User name of the handler. */
  assignee: text(100),
  previousAssignee: nullable(text(100)),
  assignedBy: text(100),
  assignedAt: moment(),
});
export type MeldingAssignedV1 = Static<typeof MeldingAssignedV1>;

export const MELDING_STATUS_CHANGED = eventType('melding.statusChanged.v1');
export const MeldingStatusChangedV1 = closed({
  ...about,
  caseId: uuid(),
  status: code(CASE_STATUSES),
  previousStatus: code(CASE_STATUSES),
  changedAt: moment(),
});
export type MeldingStatusChangedV1 = Static<typeof MeldingStatusChangedV1>;

export const MELDING_CLOSED = eventType('melding.closed.v1');
export const MeldingClosedV1 = closed({
  ...about,
  caseId: uuid(),
  status: code(CASE_STATUSES),
  closedAt: moment(),
});
export type MeldingClosedV1 = Static<typeof MeldingClosedV1>;

const onMelding = eventOn(TOPICS.melding);

export const MELDING_EVENTS: EventDefinition[] = [
  onMelding(MELDING_RECEIVED, MeldingReceivedV1, 'A melding was accepted and is durable.'),
  onMelding(MELDING_ENRICHED, MeldingEnrichedV1, 'The melder or staff added something to a melding.'),
  onMelding(MELDING_WITHDRAWN, MeldingWithdrawnV1, 'The melder withdrew a melding.'),
  onMelding(MELDING_ERASED, MeldingErasedV1, 'The content of a melding was erased for good.'),
  onMelding(MELDING_TRIAGED, MeldingTriagedV1, 'The urgency of a melding was judged, with reasons.'),
  onMelding(MELDING_LEVEL_CHANGED, MeldingLevelChangedV1, 'The urgency of a judged melding changed.'),
  onMelding(MELDING_ASSIGNED, MeldingAssignedV1, 'A case got a handler.'),
  onMelding(MELDING_STATUS_CHANGED, MeldingStatusChangedV1, 'A case moved to another status.'),
  onMelding(MELDING_CLOSED, MeldingClosedV1, 'A case was closed.'),
];
