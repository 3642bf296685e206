import type { CaseHolder } from './case-holder.entity.js';

export type StaleReason = 'CASE_CLOSED' | 'REASSIGNED';

/** Why "assigned to you" is no longer true, if it is not. */
export function staleReason(username: string | null, holder: CaseHolder | null): StaleReason | undefined {
  if (holder === null) return undefined;
  if (holder.isClosed) return 'CASE_CLOSED';
  return holder.assignee !== null && holder.assignee !== username ? 'REASSIGNED' : undefined;
}
