import type { Refusal } from './batch.js';

/**
 * SQLSTATE classes of what one row can do to a statement: bad data (22), a broken constraint (23), a deadlock with
 * another process over the same key (40). The server has rolled back for certain. Of a lost connection or a time
 * limit that is not known, so nothing is written a second time.
 */
const BY_A_ROW = /^(22|23|40)...$/;

export function batchRefusal(error: unknown): Refusal {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && BY_A_ROW.test(code) ? 'ONE_OF_THEM' : 'ALL';
}
