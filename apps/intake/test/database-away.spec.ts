import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testDatabaseServer } from '#platform/testing';
import { DatabaseLine } from './database-line.js';
import { melding, RunningIntake } from './running-intake.js';

let line: DatabaseLine;
let intake: RunningIntake;
let directUrl: string;

beforeAll(async () => {
  directUrl = await (await testDatabaseServer()).createDatabase('intake_line');
  line = new DatabaseLine(new URL(directUrl));
  intake = await RunningIntake.start(
    { DATABASE_URL: await line.open(), DATABASE_ANSWER_TIMEOUT_MS: undefined },
    directUrl,
  );
});
afterAll(async () => {
  await intake.stop();
  await line.cut();
});

const FORM: [string, string][] = [
  ['kind', 'MELDING'],
  ['submitterType', 'OUDER'],
  ['identityMode', 'ANONYMOUS'],
  ['location.id', 'L02'],
  ['description', 'Het hek staat open aan de straatkant.'],
  ['answers.immediateDanger', 'no'],
];

describe('while its database is away', () => {
  let before: number;
  beforeEach(async () => {
    before = await intake.count('melding');
  });

  it('intake says so, stores nothing half, and takes meldingen again afterwards', async () => {
    await line.cut();
    const away = await intake.post('/api/v1/meldingen', melding());
    expect(away.status).toBe(503);
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(away.headers.get('content-type')).toContain('application/problem+json');
    const form = await intake.postForm(FORM);
    expect(form.status).toBe(503);
    expect(form.text).toContain('112');
    expect((await intake.get('/health/ready')).status).toBe(503);
    expect((await intake.get('/health/live')).status).toBe(200);
    expect(await intake.count('melding')).toBe(before);

    await line.open();
    await eventually(async () =>
      expect((await intake.post('/api/v1/meldingen', melding())).status).toBe(201),
    );
    expect(await intake.count('melding')).toBe(before + 1);
    expect(await intake.count('melding_vault')).toBe(before + 1);
    expect(await intake.count('trace_step')).toBe(before + 1);
  });

  it('or gives no answer, a whole queue is told so, and none of them twice', async () => {
    line.freeze();
    const keys = Array.from({ length: 20 }, () => crypto.randomUUID());
    const send = (key: string) => intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': key });
    const refused = await Promise.all(keys.map(send));
    expect(refused.map(({ status }) => status)).toEqual(keys.map(() => 503));
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    line.thaw();
    for (const key of keys) await eventually(async () => expect((await send(key)).status).toBe(201));
    expect(await intake.count('melding')).toBe(before + keys.length);
    expect(await intake.count('melding_vault')).toBe(before + keys.length);
  });

  it('or gives no answer, nobody waits for it', async () => {
    line.freeze();
    const away = await intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': 'bevroren-lijn' });
    expect(away.status).toBe(503);
    line.thaw();
    await eventually(async () => {
      expect(
        (await intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': 'bevroren-lijn' })).status,
      ).toBe(201);
    });
    expect(await intake.count('melding')).toBe(before + 1);
  });
});

describe('round trips to the database', () => {
  /** The relay and the consumers ask on their own; only a run in which they stayed silent counts. */
  const tripsOf = (work: () => Promise<unknown>, expected: number) =>
    eventually(async () => {
      const start = line.roundTrips;
      await work();
      expect(line.roundTrips - start).toBeLessThanOrEqual(expected);
    });

  it('are one for a melding, also with a key', async () => {
    await intake.post('/api/v1/meldingen', melding());
    await tripsOf(() => intake.post('/api/v1/meldingen', melding()), 1);
    await tripsOf(
      () => intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': crypto.randomUUID() }),
      1,
    );
  });

  it('are two for a repeated melding', async () => {
    await intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': 'nog-eens-hetzelfde' });
    await tripsOf(
      () => intake.post('/api/v1/meldingen', melding(), { 'idempotency-key': 'nog-eens-hetzelfde' }),
      2,
    );
  });
});
