import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { withoutIndexes } from '../../../apps/triage/test/without-indexes.ts';

const AT_ONCE = 10_000;
const LOCATIONS = 4_000;
const text = (name: string): string =>
  readFileSync(new URL(`../../../apps/triage/test/${name}`, import.meta.url), 'utf8');

/**
 * Fills an empty triage with so many cases at four thousand locations; the same cases for the same count. The indexes
 * of the worklist are made anew when all rows are there, which takes a fraction of keeping them up to date.
 * @param progress told after each step how many are done, of how many
 */
export async function loadCases(
  triage: pg.Client,
  count: number,
  progress: (done: number, total: number) => void,
): Promise<void> {
  await triage.query(`SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`);
  await triage.query(text('generated-locations.sql'), [1, LOCATIONS]);
  const batches = Math.ceil(count / AT_ONCE);
  let steps = batches + 1;
  let done = 0;
  const step = (): void => progress((done += 1), steps);
  await withoutIndexes(
    async (sql, values) => (await triage.query<object>(sql, values)).rows,
    async (indexes) => {
      steps += indexes;
      for (let first = 1; first <= count; first += AT_ONCE) {
        const last = Math.min(first + AT_ONCE - 1, count);
        await triage.query(text('generated-cases.sql'), [first, last, LOCATIONS]);
        step();
      }
    },
    step,
  );
  await triage.query('VACUUM (ANALYZE) triage_case, triage_location');
  step();
}
