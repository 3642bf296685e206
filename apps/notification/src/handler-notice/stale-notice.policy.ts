import type { CaseStatus } from '#contracts';
import type { CaseHolder } from './case-holder.entity.js';

/** Statuses in which a handler has nothing to do any more; domain.md 4.1. */
const OVER: readonly CaseStatus[] = [
  'CLOSED_RESOLVED',
  'CLOSED_UNFOUNDED',
  'CLOSED_NOT_HANDLED',
  'REFERRED',
  'INADMISSIBLE',
  'WITHDRAWN',
  'SEALED',
  'MERGED',
];

export const isOver = (status: CaseStatus): boolean => OVER.includes(status);

export type StaleReason = 'CASE_CLOSED' | 'REASSIGNED';

/** Why "assigned to you" is no longer true, if it is not. */
export function staleReason(username: string | null, holder: CaseHolder | null): StaleReason | undefined {
  if (holder === null) return undefined;
  if (holder.isClosed) return 'CASE_CLOSED';
  return holder.assignee !== null && holder.assignee !== username ? 'REASSIGNED' : undefined;
}
