import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { melding, RunningIntake, type Accepted } from './running-intake.js';

let intake: RunningIntake;
let handler: string;

beforeAll(async () => {
  intake = await RunningIntake.start();
  handler = await intake.service.identity.staffToken('kb.mc.een', ['KB_MC'], 'CENTRAAL');
});
afterAll(() => intake.stop());

interface StoredFact {
  day: string;
  at: string | null;
}

/** What the database holds, in words of its own: no type of a driver comes between. */
async function storedFact(id: string): Promise<StoredFact | undefined> {
  const [row] = await intake.rows<StoredFact>(
    `SELECT to_char(fact_day, 'YYYY-MM-DD') AS day,
            to_char(fact_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
     FROM melding WHERE id = $1`,
    [id],
  );
  return row;
}

async function toldDays(id: string): Promise<unknown[]> {
  const events = await intake.rows<{ factDate: unknown }>(
    `SELECT data->'factDate' AS "factDate" FROM messaging_outbox WHERE key = $1`,
    [id],
  );
  return events.map(({ factDate }) => factDate);
}

/** A shortage, because that may lie ahead: the dates of a year can be tested in any year. */
const shortageFrom = (factDate: string): Record<string, unknown> =>
  melding({
    kind: 'PERSONEELSTEKORT',
    submitterType: 'ORGANISATOR',
    personeelstekort: { measures: ['REDUCED_OPENING_HOURS'] },
    factDate,
  });

describe('around a change of the clock is kept, told and shown', () => {
  it.each([
    ['the hour that is skipped', '2026-03-29T02:30', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['its first moment', '2026-03-29T02:00:00', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['the skipped hour with its offset', '2026-03-29T02:30+01:00', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    [
      'the skipped hour with that after it',
      '2026-03-29T02:30+02:00',
      '2026-03-29',
      '2026-03-29T00:30:00.000Z',
    ],
    ['the skipped hour of 2024', '2024-03-31T02:30', '2024-03-31', '2024-03-31T01:30:00.000Z'],
    ['the minute before the repeated hour', '2026-10-25T01:59', '2026-10-25', '2026-10-24T23:59:00.000Z'],
    ['the hour that comes twice', '2026-10-25T02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['that hour, the first time', '2026-10-25T02:30:00+02:00', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['that hour, the second time', '2026-10-25T02:30:00+01:00', '2026-10-25', '2026-10-25T01:30:00.000Z'],
    ['that hour, elsewhere', '2026-10-25T02:30+05:00', '2026-10-24', '2026-10-24T21:30:00.000Z'],
    ['the repeated hour of 2024', '2024-10-27T02:30', '2024-10-27', '2024-10-27T00:30:00.000Z'],
    ['midnight before the change', '2026-10-25T00:00', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['midnight after the change', '2026-10-26T00:00', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['the day alone', '2026-10-25', '2026-10-25', null],
  ])('%s', async (_what, factDate, day, at) => {
    const { status, body } = await intake.post<Accepted>('/api/v1/meldingen', shortageFrom(factDate));
    expect(status).toBe(201);
    expect(await storedFact(body.id)).toEqual({ day, at });
    const told = await toldDays(body.id);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => one !== day)).toEqual([]);
    const shown = await intake.get<{ factDate: string }>(`/api/v1/meldingen/${body.id}`, handler);
    expect(shown.body.factDate).toBe(at ?? day);
  });

  it('but an offset that no place has is no time', async () => {
    const { status, body } = await intake.post<{ errors: { pointer: string; code: string }[] }>(
      '/api/v1/meldingen',
      shortageFrom('2026-10-25T02:30+25:00'),
    );
    expect([status, body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      400,
      ['/factDate IS_FACT_DATE'],
    ]);
  });
});
