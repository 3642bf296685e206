import { isDeepStrictEqual } from 'node:util';
import { serviceDatabases } from '../../system/data-folder.js';
import { waitUntil } from '../../system/wait-until.js';
import { query, tablesOf } from './query.js';

/** What moves by itself: how far readers are, and work that has its hour. */
const OWN_LIFE = new Set(['feed_position', 'messaging_progress', 'messaging_work']);

/** Number and hash of all rows of every table of every service, outboxes, audit logs and stored answers included. */
export async function fingerprints(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const database of serviceDatabases()) {
    const tables = (await tablesOf(database)).filter((name) => !OWN_LIFE.has(name));
    const hashes = tables.map(
      (table) =>
        `SELECT '${table}' AS name, count(*) || ' rows, ' ||
           md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash FROM "${table}" t`,
    );
    const rows = await query<{ name: string; hash: string }>(database, hashes.join(' UNION ALL '));
    for (const { name, hash } of rows) found[`${database}.${name}`] = hash;
  }
  return found;
}

/** The same, once what earlier requests set going has come to rest. */
export function settledFingerprints(): Promise<Record<string, string>> {
  let last: Record<string, string> | undefined;
  let times = 0;
  return waitUntil(
    async () => {
      const now = await fingerprints();
      times = isDeepStrictEqual(now, last) ? times + 1 : 0;
      last = now;
      return times === 3 ? now : undefined;
    },
    'tables that stay the same',
    120_000,
  );
}

/** Names of the tables that are not as they were. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);

const ATTEMPTS = 3;

/**
 * Tables that change each time that something is done. What earlier requests set going may change a table once
 * while we look (a mail that is tried again, a term that ends), but not at each attempt.
 */
export async function tablesChangedBy(work: () => Promise<void>): Promise<string[]> {
  let changed: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await settledFingerprints();
    await work();
    const now = changedTables(before, await settledFingerprints());
    changed = attempt === 0 ? now : changed.filter((table) => now.includes(table));
    if (changed.length === 0) break;
  }
  return changed;
}
