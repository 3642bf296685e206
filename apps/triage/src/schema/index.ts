import { CaseEvent } from '../cases/case-event.entity.js';
import { TriageCase } from '../cases/triage-case.entity.js';
import { TriageDecision } from '../cases/triage-decision.entity.js';
import { LocationHistory } from '../history/location-history.entity.js';
import { KnownLocation } from '../locations/known-location.entity.js';
import { Triage1732260000000 } from './1732260000000-triage.migration.js';
import { HistoriesBySubmitter1732266000000 } from './1732266000000-histories-by-submitter.migration.js';
import { ViolentHistories1732267000000 } from './1732267000000-violent-histories.migration.js';
import { OpenWork1732262400000 } from './1732262400000-open-work.migration.js';
import { WorkByPool1732269600000 } from './1732269600000-work-by-pool.migration.js';

export const TRIAGE_ENTITIES: Function[] = [
  TriageCase,
  CaseEvent,
  TriageDecision,
  LocationHistory,
  KnownLocation,
];
export const TRIAGE_MIGRATIONS: Function[] = [
  Triage1732260000000,
  OpenWork1732262400000,
  HistoriesBySubmitter1732266000000,
  ViolentHistories1732267000000,
  WorkByPool1732269600000,
];
