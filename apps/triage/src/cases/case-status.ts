import type { CaseStatus } from '#contracts';

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
