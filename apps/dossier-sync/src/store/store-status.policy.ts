import type { CaseStatus } from '#contracts';
import type { StoreOutcome, StoreStatus } from './store-content.js';

interface StoreWords {
  status: StoreStatus;
  outcome: StoreOutcome | null;
}

const running = (status: StoreStatus): StoreWords => ({ status, outcome: null });

/** domain.md 4.1, column "OSLO code and label"; "→ 956 Afgerond" is where the melding stays. */
const WORDS: Record<CaseStatus, StoreWords> = {
  RECEIVED: running('INGEDIEND'),
  TRIAGED: running('INGEDIEND'),
  ASSIGNED: running('TOEGEWEZEN_AAN'),
  IN_ASSESSMENT: running('IN_ONDERZOEK'),
  INFO_REQUESTED: running('IN_ONDERZOEK'),
  DECISION_PROPOSED: running('IN_ONDERZOEK'),
  DECIDED: running('IN_ONDERZOEK'),
  FOLLOW_UP: running('IN_ONDERZOEK'),
  CLOSED_RESOLVED: { status: 'AFGEROND', outcome: 'OPGELOST' },
  CLOSED_UNFOUNDED: { status: 'AFGEROND', outcome: 'AFGEWEZEN' },
  CLOSED_NOT_HANDLED: { status: 'GESLOTEN', outcome: 'NIET_BEHANDELD' },
  REFERRED: { status: 'GESLOTEN', outcome: 'DOORVERWEZEN' },
  INADMISSIBLE: { status: 'ONONTVANKELIJK', outcome: 'ONONTVANKELIJK' },
  WITHDRAWN: { status: 'INGETROKKEN', outcome: 'INGETROKKEN' },
  REOPENED: running('HERINGEDIEND'),
  SEALED: running('DEFINITIEF_GESLOTEN'),
  MERGED: { status: 'GESLOTEN', outcome: 'SAMENGEVOEGD' },
};

/** Says a status of a case in the words of the store. */
export const storeWordsFor = (status: CaseStatus): StoreWords => WORDS[status];
