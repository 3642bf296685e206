/** Status of a melding in the words of OSLO `MeldingStatuswaarde`: its 11 values (domain.md 4.1). */
export const MELDING_STATUSES = [
  'INGEDIEND',
  'TOEGEWEZEN_AAN',
  'IN_ONDERZOEK',
  'OPGELOST',
  'AFGEROND',
  'AFGEWEZEN',
  'GESLOTEN',
  'ONONTVANKELIJK',
  'INGETROKKEN',
  'HERINGEDIEND',
  'DEFINITIEF_GESLOTEN',
] as const;
export type MeldingStatus = (typeof MELDING_STATUSES)[number];

export const MELDING_LEVELS = ['CRISIS', 'HIGH', 'NORMAL', 'LOW'] as const;
export type MeldingLevel = (typeof MELDING_LEVELS)[number];

/** What the store keeps of a melding: codes and ids, no data about the melder (domain.md 5.1 and 5.4). */
export interface MeldingContent {
  reference: string;
  kind: string;
  receivedAt: Date;
  /** Day of the facts, `YYYY-MM-DD`; null when not known. */
  factDate: string | null;
  /** Empty when nobody has matched a known location yet. */
  locationIds: string[];
  themes: string[];
  /** Null until the melding is judged. */
  level: MeldingLevel | null;
  status: MeldingStatus;
  outcome: string | null;
  /** User name of the behandelaar; null until assigned. */
  handler: string | null;
}

const canonical = (content: MeldingContent): string =>
  JSON.stringify([
    content.reference,
    content.kind,
    content.receivedAt.toISOString(),
    content.factDate,
    content.locationIds.toSorted(),
    content.themes.toSorted(),
    content.level,
    content.status,
    content.outcome,
    content.handler,
  ]);

/** Tells whether two contents say the same; the order of locations and themes has no meaning. */
export const sameContent = (one: MeldingContent, other: MeldingContent): boolean =>
  canonical(one) === canonical(other);
