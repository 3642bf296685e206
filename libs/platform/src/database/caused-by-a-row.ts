import { QueryFailedError } from 'typeorm';

/**
 * SQLSTATE classes of what one row can do to a statement of many: bad data (22), a broken constraint (23), a deadlock
 * with another process over the same row (40). The server has rolled back for certain. Of a lost connection or a time
 * limit that is not known.
 */
const BY_A_ROW = /^(22|23|40)...$/;

/** Whether the statement may succeed, and is safe to repeat, without one of its rows. */
export function isCausedByARow(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'code' in cause && BY_A_ROW.test(String(cause.code));
}
