import { labelNl, type Level } from '#contracts';
import type { CaseEventDetail, CaseEventType, DecisionCause } from './case-event.entity.js';

const CAUSES: Record<DecisionCause, string> = {
  RECEIVED: 'bij ontvangst',
  TEXT_ASSESSED: 'na het lezen van de tekst',
  HISTORY: 'door een andere melding over deze opvang',
  TRIAGE_FAILED: 'omdat de tekst niet op tijd beoordeeld kon worden',
  PERSON: 'door een medewerker',
};

const levelOf = (level: Level | undefined): string =>
  level === undefined ? '' : labelNl('level', level).toLowerCase();

function change({ level, previousLevel, cause }: CaseEventDetail): string {
  const because = cause === undefined ? '' : ` ${CAUSES[cause]}`;
  return level === previousLevel
    ? `Urgentie blijft ${levelOf(level)}${because}`
    : `Urgentie van ${levelOf(previousLevel)} naar ${levelOf(level)}${because}`;
}

/** One Dutch line of the history of a case. */
export function historyLabel(
  type: CaseEventType,
  detail: CaseEventDetail,
  nameOf: (username: string) => string | null,
): string {
  switch (type) {
    case 'OPENED':
      return `Zaak geopend, eerste inschatting: ${levelOf(detail.level)}`;
    case 'TRIAGED':
      return `Ingeschat: ${levelOf(detail.level)}`;
    case 'TEXT_ASSESSED':
    case 'TRIAGE_FAILED':
    case 'LEVEL_CHANGED':
      return change(detail);
    case 'CRISIS_RAISED':
      return 'Crisiswacht verwittigd';
    case 'CRISIS_ACKNOWLEDGED':
      return 'Crisis opgenomen door een medewerker';
    case 'ASSIGNED':
      return `Toegewezen aan ${nameOf(detail.assignee ?? '') ?? detail.assignee ?? 'onbekend'}`;
    case 'STATUS_CHANGED':
      return detail.status === undefined
        ? 'Status gewijzigd'
        : `Status: ${labelNl('status', detail.status).toLowerCase()}`;
  }
}
