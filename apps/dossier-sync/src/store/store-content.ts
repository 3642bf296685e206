/** Status of a melding in the words of the store: OSLO `MeldingStatuswaarde` (domain.md 4.1). */
export type StoreStatus =
  | 'INGEDIEND'
  | 'TOEGEWEZEN_AAN'
  | 'IN_ONDERZOEK'
  | 'AFGEROND'
  | 'GESLOTEN'
  | 'ONONTVANKELIJK'
  | 'INGETROKKEN'
  | 'HERINGEDIEND'
  | 'DEFINITIEF_GESLOTEN';

/** How a melding ended, for the store. */
export type StoreOutcome =
  | 'OPGELOST'
  | 'AFGEWEZEN'
  | 'NIET_BEHANDELD'
  | 'DOORVERWEZEN'
  | 'ONONTVANKELIJK'
  | 'INGETROKKEN'
  | 'SAMENGEVOEGD';

/** All that the store is told about a melding: codes and ids (domain.md 5.4). */
export interface StoreContent {
  reference: string;
  kind: string;
  receivedAt: string;
  factDate: string | null;
  locationIds: string[];
  themes: string[];
  level: string | null;
  status: StoreStatus;
  outcome: StoreOutcome | null;
  handler: string | null;
}
