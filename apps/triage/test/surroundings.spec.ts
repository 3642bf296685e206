import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#platform';
import { DataSource } from 'typeorm';
import { MeldingHistories } from '../src/history/melding-histories.service.js';
import type { OtherMelding } from '../src/urgency/index.js';
import { TriageUnderTest } from './triage-under-test.js';

const HOUR_MS = 3_600_000;
const now = new Date();

let triage: TriageUnderTest;
let location = 0;

beforeAll(async () => {
  triage = await TriageUnderTest.start();
});
beforeEach(() => {
  location += 1;
});
afterAll(() => triage.stop());

interface Told {
  by: string | null;
  hoursAgo: number;
  violence?: boolean;
  kind?: string;
}

const tell = async (...told: Told[]): Promise<void> => {
  await triage.rows(
    `INSERT INTO triage_location_history
       (location_id, melding_id, kind, submitter_key, received_at, violence_or_unexplained_injury)
     SELECT $1, * FROM jsonb_to_recordset($2::jsonb) AS r(
       melding_id uuid, kind text, by text, received_at timestamptz, violence boolean)`,
    [
      `place-${location}`,
      JSON.stringify(
        told.map(({ by, hoursAgo, violence = false, kind = 'MELDING' }) => ({
          melding_id: uuidv7(),
          kind,
          by,
          received_at: new Date(now.getTime() - hoursAgo * HOUR_MS),
          violence,
        })),
      ),
    ],
  );
};
const around = (): Promise<OtherMelding[]> =>
  triage.service.app
    .get(MeldingHistories)
    .around(triage.service.app.get(DataSource).manager, `place-${location}`, {
      meldingId: uuidv7(),
      receivedAt: now,
    });
const submitters = (found: OtherMelding[]): (string | null)[] =>
  found.map(({ submitterKey }) => submitterKey);
const many = (count: number, one: (n: number) => Told): Told[] =>
  Array.from({ length: count }, (_, n) => one(n));

describe('the other meldingen about a location', () => {
  it('are told once for each submitter, the nearest before and after', async () => {
    await tell(...many(300, (n) => ({ by: 'iemand', hoursAgo: 1 + n / 10 })), { by: 'iemand', hoursAgo: -2 });
    await tell({ by: 'ander', hoursAgo: 5 }, { by: null, hoursAgo: 6 }, { by: null, hoursAgo: 7 });
    const found = await around();
    expect(found.map(({ submitterKey, hoursAgo }) => [submitterKey, Math.round(hoursAgo)])).toEqual(
      expect.arrayContaining([
        ['iemand', 1],
        ['iemand', -2],
        ['ander', 5],
        [null, 6],
        [null, 7],
      ]),
    );
    expect(found).toHaveLength(5);
  });

  it('tell of violence long before, behind many others', async () => {
    await tell(...many(300, (n) => ({ by: `ouder-${n}`, hoursAgo: 1 + n / 100 })));
    await tell({ by: 'getuige', hoursAgo: 160, violence: true });
    const found = await around();
    expect(found).toContainEqual(
      expect.objectContaining({ submitterKey: 'getuige', violenceOrUnexplainedInjury: true }),
    );
    expect(found.length).toBeLessThan(30);
  });

  it.each(['VRAAG', 'FEEDBACK', 'KLACHT_DIENSTVERLENING'])(
    'are hidden by no number of those that count for no rule (%s)',
    async (kind) => {
      await tell(...many(300, (n) => ({ by: `vrager-${n}`, kind, hoursAgo: 1 + n / 100 })));
      await tell({ by: 'een', hoursAgo: 10 }, { by: 'twee', hoursAgo: 11, kind: 'PERSONEELSTEKORT' });
      expect(submitters(await around())).toEqual(expect.arrayContaining(['een', 'twee']));
    },
  );

  it.each([true, false])('are hidden by no burst of one person (of violence: %s)', async (violence) => {
    await tell(...many(40, (n) => ({ by: `ouder-${n}`, hoursAgo: 200 + n, violence })));
    await tell(...many(300, (n) => ({ by: 'iemand', hoursAgo: 1 + n / 100, violence })));
    const found = submitters(await around());
    expect(found.filter((by) => by?.startsWith('ouder')).length).toBeGreaterThan(8);
  });

  it('are hidden by no burst of one person where others told of violence long ago', async () => {
    await tell(...many(40, (n) => ({ by: `getuige-${n}`, hoursAgo: 60 * 24 + n, violence: true })));
    await tell(...many(300, (n) => ({ by: 'iemand', hoursAgo: 1 + n / 100 })));
    await tell({ by: 'een', hoursAgo: 10 }, { by: 'twee', hoursAgo: 11 });
    expect(submitters(await around())).toEqual(expect.arrayContaining(['een', 'twee']));
  });

  it('that are older than any rule looks back are left out', async () => {
    await tell(...many(40, (n) => ({ by: `ouder-${n}`, hoursAgo: 93 * 24 + n })));
    expect(await around()).toEqual([]);
  });
});
