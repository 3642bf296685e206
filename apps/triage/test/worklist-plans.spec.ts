import type { Actor, Role } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cursorOf } from '../src/worklist/worklist-position.js';
import { worklistStatement } from '../src/worklist/worklist.statement.js';
import { WorklistQuery } from '../src/worklist/worklist-query.dto.js';
import { generateCases } from './generated-cases.js';
import { casesReadBy, type PlanNode } from './plan-reading.js';
import { TriageUnderTest } from './triage-under-test.js';

const CASES = 20_000;
const LOCATIONS = 300;
const LIMIT = 5;
/** More than a page of every part of a list, and a fraction of the open cases. */
const MOST = 400;

let triage: TriageUnderTest;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
  await generateCases(triage, CASES, LOCATIONS);
});

afterAll(async () => {
  await triage.stop();
});

const actor = (id: string, roles: Role[], team: string): Actor => ({
  kind: 'STAFF',
  id,
  name: id,
  roles,
  teams: [team],
});
/** One for each way in which somebody sees cases: all, a team and a pool, a team and places, a function. */
const READERS = [
  actor('wacht.een', ['CRISISWACHT'], 'CENTRAAL'),
  actor('kb.regio_3.7', ['KB_MC'], 'REGIO_3'),
  actor('kb.ko.0', ['KB_KO'], 'REGIO_1'),
  actor('klachten.een', ['KLACHTENBEHANDELAAR'], 'CENTRAAL'),
];

/** In the middle of the cases of level NORMAL. */
const cursor = cursorOf({
  urgency: 2,
  dueAt: '2020-02-05T00:00:00.000Z',
  id: '00000000-0000-7000-8000-000000000000',
});
const QUERIES: Partial<WorklistQuery>[] = [
  {},
  { cursor },
  { level: 'LOW' },
  { level: 'NORMAL', cursor },
  { level: 'HIGH', cursor },
  { level: 'LOW', cursor },
  { queue: 'CRISISWACHT' },
  { queue: 'REGIOTEAM', cursor },
  { queue: 'CRISISWACHT', level: 'LOW' },
  { status: 'TRIAGED' },
  { status: 'TRIAGED', cursor },
  { status: 'CLOSED_RESOLVED', cursor },
  { status: 'MERGED' },
  { status: 'CLOSED_RESOLVED', queue: 'CRISISWACHT', level: 'LOW' },
  { status: 'ASSIGNED', assignee: 'none' },
  { assignee: 'none' },
  { assignee: 'none', queue: 'REGIOTEAM', level: 'NORMAL', cursor },
  { assignee: 'me' },
  { assignee: 'kb.regio_2.3' },
  { assignee: 'kb.regio_2.3', status: 'CLOSED_RESOLVED', queue: 'CRISISWACHT' },
  { q: 'OP-2345-6789' },
  { q: '2345' },
  { q: 'opvang 17' },
  { q: 'opvang 17', cursor },
  { q: 'opvang 17', status: 'MERGED' },
  { q: 'opvang 17', assignee: 'none', queue: 'CRISISWACHT' },
  { meldingId: '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f' },
];

async function reads(
  query: Partial<WorklistQuery>,
  reader: Actor,
  plans: 'custom' | 'generic',
): Promise<number> {
  const asked = Object.assign(new WorklistQuery(), { limit: LIMIT }, query);
  const { text, values } = worklistStatement(asked, reader);
  await triage.rows(`SET plan_cache_mode = force_${plans}_plan`);
  await triage.rows(`PREPARE worklist AS ${text}`);
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
  const [row] = await triage.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE worklist ${given}`,
  );
  await triage.rows('DEALLOCATE worklist');
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (plan === undefined) throw new Error('no plan');
  return casesReadBy(plan);
}

const literal = (value: unknown): string =>
  `'${Array.isArray(value) ? `{${value.join(',')}}` : String(value).replaceAll("'", "''")}'`;

describe.each(READERS)('with many cases, the worklist of $id reads hardly more than it shows', (reader) => {
  it.each(QUERIES)('%j', async (query) => {
    expect(await reads(query, reader, 'custom')).toBeLessThan(MOST);
    expect(await reads(query, reader, 'generic')).toBeLessThan(MOST);
  });
});

const [duty, ofTeam, ofSpoc] = READERS as [Actor, Actor, Actor];

describe('without one of its indexes', () => {
  it.each<[string, Actor, Partial<WorklistQuery>]>([
    ['triage_case_open', duty, {}],
    ['triage_case_open_pool', ofTeam, {}],
    ['triage_case_unassigned_pool', ofTeam, { assignee: 'none' }],
    ['triage_case_status_pool', duty, { status: 'TRIAGED' }],
    ['triage_case_open_assignee', duty, { assignee: 'kb.regio_2.3' }],
    ['triage_case_assignee_status', ofSpoc, { status: 'TRIAGED' }],
    ['triage_case_assignee_location', ofTeam, { q: 'opvang 17' }],
    ['triage_case_open_location', ofSpoc, {}],
    ['triage_case_location_status', ofSpoc, { status: 'TRIAGED' }],
    ['triage_case_location', duty, { q: 'opvang 17' }],
    ['triage_case_location_pool', ofTeam, { q: 'opvang 17' }],
    ['triage_case_unassigned_location', duty, { q: 'opvang 17', assignee: 'none' }],
    ['triage_case_reference', duty, { q: 'OP-2345-6789' }],
  ])('%s a worklist reads more', async (index, reader, query) => {
    await triage.rows('BEGIN');
    try {
      await triage.rows(`DROP INDEX ${index}`);
      const plans = [await reads(query, reader, 'custom'), await reads(query, reader, 'generic')];
      expect(Math.max(...plans)).toBeGreaterThan(MOST);
    } finally {
      await triage.rows('ROLLBACK');
    }
  });
});
