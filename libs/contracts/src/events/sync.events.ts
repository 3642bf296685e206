import { Type } from 'typebox';
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

export const DOSSIER_REGISTERED = eventType('dossier.registered.v1');
export const DossierRegisteredV1 = closed({
  meldingId: uuid(),
  dossierNumber: text(64),
  attempts: Type.Integer({ minimum: 1 }),
  registeredAt: moment(),
});
export type DossierRegisteredV1 = Static<typeof DossierRegisteredV1>;

export const DOSSIER_REGISTRATION_DELAYED = eventType('dossier.registrationDelayed.v1');
export const DossierRegistrationDelayedV1 = closed({
  meldingId: uuid(),
  attempts: Type.Integer({ minimum: 1 }),
  reason: code(['STORE_UNAVAILABLE', 'STORE_TIMEOUT', 'STORE_ERROR', 'STORE_NONSENSE'] as const),
  nextTryAt: nullable(moment()),
  delayedAt: moment(),
});
export type DossierRegistrationDelayedV1 = Static<typeof DossierRegistrationDelayedV1>;

export const DOSSIER_REGISTRATION_REFUSED = eventType('dossier.registrationRefused.v1');
export const DossierRegistrationRefusedV1 = closed({
  meldingId: uuid(),
  /** Problem code of the store. */
  reason: text(80),
  /** Who has to look at it. */
  owner: text(100),
  refusedAt: moment(),
});
export type DossierRegistrationRefusedV1 = Static<typeof DossierRegistrationRefusedV1>;

export const RUN_FINISHED = eventType('run.finished.v1');
export const RunFinishedV1 = closed({
  source: text(40),
  runId: uuid(),
  startedAt: moment(),
  endedAt: moment(),
  read: Type.Integer({ minimum: 0 }),
  added: Type.Integer({ minimum: 0 }),
  changed: Type.Integer({ minimum: 0 }),
  unchanged: Type.Integer({ minimum: 0 }),
  rejected: Type.Integer({ minimum: 0 }),
  quarantined: Type.Integer({ minimum: 0 }),
});
export type RunFinishedV1 = Static<typeof RunFinishedV1>;

export const DIFFERENCE_FOUND = eventType('difference.found.v1');
export const DifferenceFoundV1 = closed({
  meldingId: uuid(),
  difference: code([
    'MISSING_IN_STORE',
    'MISSING_IN_LEDGER',
    'CONTENT_DIFFERS',
    'NEVER_HEARD_OF',
    'MISSING_AT_INTAKE',
  ] as const),
  owner: text(100),
  foundAt: moment(),
});
export type DifferenceFoundV1 = Static<typeof DifferenceFoundV1>;

const onSync = eventOn(TOPICS.sync);

export const SYNC_EVENTS: EventDefinition[] = [
  onSync(
    DOSSIER_REGISTERED,
    DossierRegisteredV1,
    'The dossier store confirmed a melding with a dossier number.',
  ),
  onSync(
    DOSSIER_REGISTRATION_DELAYED,
    DossierRegistrationDelayedV1,
    'A melding is not yet in the store; tried again.',
  ),
  onSync(
    DOSSIER_REGISTRATION_REFUSED,
    DossierRegistrationRefusedV1,
    'The store refused a melding; a person looks.',
  ),
  onSync(RUN_FINISHED, RunFinishedV1, 'A synchronisation run with a source ended.'),
  onSync(DIFFERENCE_FOUND, DifferenceFoundV1, 'Intake, ledger and store do not agree about a melding.'),
];
