import type { CaseStatus, CodedMelding, Level } from '#contracts';
import type { StoreContent } from '../store/store-content.js';
import { storeWordsFor } from '../store/store-status.policy.js';

/** What never changes about a melding, as it was received. */
export type MeldingFacts = Pick<
  StoreContent,
  'reference' | 'kind' | 'receivedAt' | 'factDate' | 'locationIds' | 'themes'
>;

/** What happens to a melding after it was received. */
export interface MeldingProgress {
  level: Level | null;
  status: CaseStatus;
  handler: string | null;
}

export const factsOf = (melding: CodedMelding): MeldingFacts => ({
  reference: melding.reference,
  kind: melding.kind,
  receivedAt: melding.receivedAt,
  factDate: melding.factDate,
  locationIds: melding.locationIds,
  themes: melding.themes,
});

/** What the store should hold of a melding by now. */
export const contentOf = (facts: MeldingFacts, progress: MeldingProgress): StoreContent => ({
  ...facts,
  ...storeWordsFor(progress.status),
  level: progress.level,
  handler: progress.handler,
});

export const AT_RECEIPT: MeldingProgress = { level: null, status: 'RECEIVED', handler: null };

const BEFORE_ASSIGNMENT: readonly CaseStatus[] = ['RECEIVED', 'TRIAGED'];

export type Progressing = (progress: MeldingProgress) => MeldingProgress;

export const judged =
  (level: Level): Progressing =>
  (progress) => ({ ...progress, level });

/** A handler who takes over later leaves the status as it is: an assessment goes on. */
export const assignedTo =
  (handler: string): Progressing =>
  (progress) => ({
    ...progress,
    handler,
    status: BEFORE_ASSIGNMENT.includes(progress.status) ? 'ASSIGNED' : progress.status,
  });

export const movedTo =
  (status: CaseStatus): Progressing =>
  (progress) => ({ ...progress, status });

export const sameProgress = (one: MeldingProgress, other: MeldingProgress): boolean =>
  one.level === other.level && one.status === other.status && one.handler === other.handler;
