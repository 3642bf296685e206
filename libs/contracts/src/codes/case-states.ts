/** Urgency, highest first; domain.md 3.1. */
export const LEVELS = ['CRISIS', 'HIGH', 'NORMAL', 'LOW'] as const;
export type Level = (typeof LEVELS)[number];

/** States of a melding; domain.md 4.1. */
export const CASE_STATUSES = [
  'RECEIVED',
  'TRIAGED',
  'ASSIGNED',
  'IN_ASSESSMENT',
  'INFO_REQUESTED',
  'DECISION_PROPOSED',
  'DECIDED',
  'FOLLOW_UP',
  'CLOSED_RESOLVED',
  'CLOSED_UNFOUNDED',
  'CLOSED_NOT_HANDLED',
  'REFERRED',
  'INADMISSIBLE',
  'WITHDRAWN',
  'REOPENED',
  'SEALED',
  'MERGED',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Statuses in which nobody has to do anything any more; domain.md 4.1. */
export const CLOSED_STATUSES: readonly CaseStatus[] = [
  'CLOSED_RESOLVED',
  'CLOSED_UNFOUNDED',
  'CLOSED_NOT_HANDLED',
  'REFERRED',
  'INADMISSIBLE',
  'WITHDRAWN',
  'SEALED',
  'MERGED',
];

export const QUEUES = ['CRISISWACHT', 'REGIOTEAM', 'ALGEMEEN'] as const;
export type Queue = (typeof QUEUES)[number];

/** Names of the teams are configurable; domain.md 1.3 and 7.3. */
export const TEAMS = ['REGIO_1', 'REGIO_2', 'REGIO_3', 'REGIO_4', 'CENTRAAL'] as const;
export type Team = (typeof TEAMS)[number];

/** Who handles a melding; domain.md 3.6.12. */
export const HANDLER_ROLES = [
  'klantenbeheerder_kinderopvang',
  'klantenbeheerder_meldingen_communicatie',
  'klachtenbehandelaar',
] as const;
export type HandlerRole = (typeof HANDLER_ROLES)[number];

/** Licence of a location; domain.md 4.3 and the fixtures. */
export const LICENCE_STATES = ['VERGUND', 'GESCHORST', 'OPGEHEVEN', 'GEEN_VERGUNNING', 'STOPGEZET'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** Enforcement of a location as its dossier shows it; domain.md 4.3. */
export const ENFORCEMENT_STATES = [
  'GEEN',
  'VASTSTELLING',
  'VOORTRAJECT',
  'AANMANING',
  'EVALUATIE',
  'VOORNEMEN_SCHORSING',
  'VOORNEMEN_OPHEFFING',
  'VOORNEMEN_WIJZIGING',
  'HOREN',
  'BESLISSING_SCHORSING',
  'DRINGENDE_SCHORSING',
  'GESCHORST',
  'BESLISSING_OPHEFFING',
  'BEZWAAR',
  'OPGEHEVEN',
  'AFGESLOTEN',
] as const;
export type EnforcementState = (typeof ENFORCEMENT_STATES)[number];

/** Steps of the trace of one melding; contract.md 3 `GET /api/v1/follow-up`. */
export const TRACE_STEPS = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'TRIAGED',
  'ASSIGNED',
  'REGISTERED_IN_DOSSIER',
  'DELAYED',
  'IN_ASSESSMENT',
  'INFO_REQUESTED',
  'DECIDED',
  'CLOSED',
  'WITHDRAWN',
] as const;
export type TraceStep = (typeof TRACE_STEPS)[number];
