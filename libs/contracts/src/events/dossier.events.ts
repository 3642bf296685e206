import { Type } from 'typebox';
import { ENFORCEMENT_STATES, LICENCE_STATES } from '../codes/case-states.js';
import { INSPECTIE_ADVICES } from '../codes/themes.js';
import {
  closed,
  code,
  day,
  moment,
  nullable,
  text,
  type EventDefinition,
  type Static,
  eventOn,
} from './event-definition.js';
import { TOPICS, eventType } from './topics.js';

/** A location as the dossier store has it now: public register data of an organisation, and states. */
export const LOCATION_CHANGED = eventType('location.changed.v1');
export const LocationChangedV1 = closed({
  locationId: text(64),
  /** Grows with each change of this location in the store; an older one never overwrites a newer. */
  revision: Type.Integer({ minimum: 1 }),
  name: text(200),
  type: code(['GROEPSOPVANG', 'GEZINSOPVANG'] as const),
  municipality: text(100),
  nisCode: text(5),
  province: nullable(text(40)),
  licensedPlaces: Type.Integer({ minimum: 0 }),
  incomeTariff: Type.Boolean(),
  subsidyStep: nullable(text(20)),
  organisatorId: text(64),
  organisatorName: text(200),
  /** User name of the klantenbeheerder kinderopvang of the organisator. */
  spoc: nullable(text(100)),
  licenceState: code(LICENCE_STATES),
  enforcementState: code(ENFORCEMENT_STATES),
  /** Last day of the most recent ended schorsing; rule B-2 looks back six months. */
  schorsingEndedOn: nullable(day()),
  riskBand: nullable(code(['TOP', 'HIGH', 'MEDIUM', 'LOW'] as const)),
  changedAt: moment(),
});
export type LocationChangedV1 = Static<typeof LocationChangedV1>;

export const HANDHAVING_STATE_CHANGED = eventType('handhaving.stateChanged.v1');
export const HandhavingStateChangedV1 = closed({
  locationId: text(64),
  handhavingId: text(64),
  state: code(ENFORCEMENT_STATES),
  previousState: nullable(code(ENFORCEMENT_STATES)),
  effectiveOn: nullable(day()),
  changedAt: moment(),
});
export type HandhavingStateChangedV1 = Static<typeof HandhavingStateChangedV1>;

export const INSPECTION_IMPORTED = eventType('inspection.imported.v1');
export const InspectionImportedV1 = closed({
  locationId: text(64),
  inspectionNumber: text(64),
  inspectedOn: day(),
  advice: code(INSPECTIE_ADVICES),
  importedAt: moment(),
});
export type InspectionImportedV1 = Static<typeof InspectionImportedV1>;

export const COMPLAINT_IMPORTED = eventType('complaint.imported.v1');
export const ComplaintImportedV1 = closed({
  locationId: text(64),
  complaintNumber: text(64),
  receivedOn: day(),
  admissible: nullable(Type.Boolean()),
  importedAt: moment(),
});
export type ComplaintImportedV1 = Static<typeof ComplaintImportedV1>;

export const RISK_ASSESSED = eventType('risk.assessed.v1');
export const RiskAssessedV1 = closed({
  locationId: text(64),
  modelVersion: text(40),
  band: code(['TOP', 'HIGH', 'MEDIUM', 'LOW'] as const),
  assessedOn: day(),
});
export type RiskAssessedV1 = Static<typeof RiskAssessedV1>;

const onDossier = eventOn(TOPICS.dossier);

export const DOSSIER_EVENTS: EventDefinition[] = [
  onDossier(
    LOCATION_CHANGED,
    LocationChangedV1,
    'A location, its organisator, licence or enforcement changed.',
  ),
  onDossier(
    HANDHAVING_STATE_CHANGED,
    HandhavingStateChangedV1,
    'An enforcement case moved to another state.',
  ),
  onDossier(INSPECTION_IMPORTED, InspectionImportedV1, 'An inspection was taken over from MODULAR.'),
  onDossier(COMPLAINT_IMPORTED, ComplaintImportedV1, 'A complaint was taken over from KLAROEN.'),
  onDossier(RISK_ASSESSED, RiskAssessedV1, 'A location got a new risk band.'),
];
