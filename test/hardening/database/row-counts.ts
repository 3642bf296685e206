import { isDeepStrictEqual } from 'node:util';
import { serviceDatabases, type ServiceDatabase } from '../../system/data-folder.js';
import { waitUntil } from '../../system/wait-until.js';
import { query, tablesOf } from './query.js';

/** Rows that come and go by themselves while events travel and watches run. */
const OWN_LIFE = /^(messaging_|migrations|platform_)/;

export async function rowCount(database: ServiceDatabase, table: string): Promise<number> {
  const [row] = await query<{ count: string }>(database, `SELECT count(*) FROM "${table}"`);
  return Number(row?.count);
}

/** Number of rows of every table that holds what people told or did. */
export async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const database of serviceDatabases()) {
    for (const table of (await tablesOf(database)).filter((name) => !OWN_LIFE.test(name))) {
      counts[`${database}.${table}`] = await rowCount(database, table);
    }
  }
  return counts;
}

/** The same, once what earlier requests set going has come to rest. */
export function settledRowCounts(): Promise<Record<string, number>> {
  let last: Record<string, number> | undefined;
  return waitUntil(
    async () => {
      const now = await rowCounts();
      const isSettled = isDeepStrictEqual(now, last);
      last = now;
      return isSettled ? now : undefined;
    },
    'row counts that stay the same',
    60_000,
  );
}
