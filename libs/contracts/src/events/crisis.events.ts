import { Type } from 'typebox';
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
  urgentEventOn,
} from './event-definition.js';
import { TOPICS, eventType } from './topics.js';

/** The same data as melding.received: triage takes whichever arrives first. */
export const CRISIS_SUSPECTED = eventType('crisis.suspected.v1');
export const CrisisSuspectedV1 = CodedMelding;
export type CrisisSuspectedV1 = Static<typeof CrisisSuspectedV1>;

const about = {
  meldingId: uuid(),
  caseId: uuid(),
  reference: text(20),
  kind: code(KINDS),
  locationId: nullable(text(64)),
};

export const CRISIS_RAISED = eventType('crisis.raised.v1');
export const CrisisRaisedV1 = closed({
  ...about,
  reasonCodes: Type.Array(text(40)),
  policyVersion: text(40),
  raisedAt: moment(),
  /** A person has to have picked it up by then (domain.md 3.1). */
  pickUpBy: moment(),
});
export type CrisisRaisedV1 = Static<typeof CrisisRaisedV1>;

export const CRISIS_ACKNOWLEDGED = eventType('crisis.acknowledged.v1');
export const CrisisAcknowledgedV1 = closed({ ...about, acknowledgedBy: text(100), acknowledgedAt: moment() });
export type CrisisAcknowledgedV1 = Static<typeof CrisisAcknowledgedV1>;

export const CRISIS_ESCALATED = eventType('crisis.escalated.v1');
export const CrisisEscalatedV1 = closed({
  ...about,
  step: code(['SECOND_DUTY', 'TEAMCOORDINATOR', 'MANAGEMENT'] as const),
  escalatedAt: moment(),
});
export type CrisisEscalatedV1 = Static<typeof CrisisEscalatedV1>;

const onCrisis = urgentEventOn(TOPICS.crisis);

export const CRISIS_EVENTS: EventDefinition[] = [
  onCrisis(
    CRISIS_SUSPECTED,
    CrisisSuspectedV1,
    'A melding arrived whose answers may mean a crisis; triage decides.',
  ),
  onCrisis(CRISIS_RAISED, CrisisRaisedV1, 'A melding was judged to be a crisis.'),
  onCrisis(CRISIS_ACKNOWLEDGED, CrisisAcknowledgedV1, 'A person picked up a crisis.'),
  onCrisis(
    CRISIS_ESCALATED,
    CrisisEscalatedV1,
    'Nobody picked up a crisis in time; the next person is called.',
  ),
];
