import { readFileSync } from 'node:fs';
import type { TriageUnderTest } from './triage-under-test.js';
import { withoutIndexes } from './without-indexes.js';

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Fills a triage with cases as after years of work, the same each time. */
export async function generateCases(
  triage: TriageUnderTest,
  cases: number,
  locations: number,
): Promise<void> {
  await triage.rows(text('./generated-locations.sql'), [1, locations]);
  await withoutIndexes(
    (sql, values) => triage.rows(sql, values),
    async () => {
      await triage.rows(text('./generated-cases.sql'), [1, cases, locations]);
    },
  );
  await triage.rows('VACUUM (ANALYZE) triage_case, triage_location');
}
