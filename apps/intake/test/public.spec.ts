import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService } from '#platform/testing';
import { intakeService } from '../src/service.js';
import { locationEvents } from './fixtures.js';
import { melding, RunningIntake } from './running-intake.js';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await RunningIntake.start({ INTAKE_PUBLIC_RATE_PER_MINUTE: '20' });
});
afterAll(() => intake.stop());

let clients = 0;
/** Every request of another client, so that only the test about the rate meets it. */
const get = <T>(path: string) =>
  intake.send<T>('GET', path, { headers: { 'x-forwarded-for': `203.0.113.${(clients += 1)}` } });

describe('searching a location', () => {
  const search = async (q: string) =>
    (await get<{ items: { id: string; name: string }[] }>(`/api/v1/locations?q=${encodeURIComponent(q)}`))
      .body.items;

  it.each([
    ['fluwelen', ['L02']],
    ['FÁZANT', ['L02']],
    ['verzinbeke', ['L08', 'L02']],
    ['papillons inventes', ['L06']],
    ['hazelgrijs denkbeeldem', ['L03']],
    ['nergenshoven', ['L01', 'L07']],
    ['%', []],
    ['_', []],
    ['bestaat niet', []],
    ['', []],
  ])('"%s" finds %j', async (query, ids) => {
    const found = (await search(query)).map(({ id }) => id);
    expect(found.sort()).toEqual([...ids].sort());
  });

  it('tells name, type and municipality, and nothing else', async () => {
    expect(await search('fluwelen')).toEqual([
      { id: 'L02', name: "'t Fluwelen Fazantje", type: 'GROEPSOPVANG', municipality: 'Verzinbeke' },
    ]);
  });

  it('follows changes, and an older revision that comes late changes nothing', async () => {
    const [location] = await locationEvents();
    const change = (revision: number, name: string) =>
      intake.tell('be.opgroeipunt.location.changed.v1', { ...location, locationId: 'L90', revision, name });
    await change(3, 'De Nieuwe Naam');
    await change(2, 'De Oude Naam');
    expect(await search('oude naam')).toEqual([]);
    expect(await search('nieuwe naam')).toHaveLength(1);
  });
});

it('the catalogue tells enough to build a form', async () => {
  const { status, body } = await get<{ kinds: { kind: string; fields: { field: string }[] }[] }>(
    '/api/v1/catalogue?lang=nl',
  );
  expect(status).toBe(200);
  expect(body.kinds.find(({ kind }) => kind === 'MELDING')?.fields.map(({ field }) => field)).toContain(
    'answers.immediateDanger',
  );
  expect((await get('/api/v1/catalogue?lang=xx')).status).toBe(400);
});

it('one client that asks too much is slowed down, others are not, and no address is kept', async () => {
  const as = (address: string) => ({ 'x-forwarded-for': address });
  const ask = (address: string) => intake.post('/api/v1/meldingen', melding(), as(address));
  for (let times = 0; times < 20; times += 1) expect((await ask('198.51.100.200')).status).toBe(201);
  const slowed = await ask('198.51.100.200');
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('198.51.100.201')).status).toBe(201);
});

it('is not ready until a location is known', async () => {
  const fresh = await startTestService(intakeService, { identity: intake.service.identity });
  try {
    const response = await fetch(`${fresh.url}/health/ready`);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('opvang')]);
    expect((await get('/health/ready')).status).toBe(200);
  } finally {
    await fresh.stop();
  }
});

it('describes itself in OpenAPI, with the public routes open', async () => {
  const { body } = await get<{ paths: Record<string, Record<string, { security?: object[] }>> }>(
    '/openapi.json',
  );
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/meldingen',
      '/api/v1/staff/meldingen',
      '/api/v1/meldingen/{id}',
      '/api/v1/catalogue',
      '/api/v1/locations',
      '/api/v1/receipts/verify',
      '/api/v1/follow-up/tokens',
      '/api/v1/follow-up',
    ]),
  );
  expect(body.paths['/api/v1/meldingen']?.['post']?.security).toEqual([]);
});
