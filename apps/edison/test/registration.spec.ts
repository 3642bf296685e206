import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#platform';
import type { DossierPageDto } from '../src/dossier/dossier.dto.js';
import type { MeldingListDto } from '../src/meldingen/melding-list.dto.js';
import type { RegisteredMeldingDto, RegistrationDto } from '../src/meldingen/registered-melding.dto.js';
import type { MeldingLink } from '../src/meldingen/melding-link.entity.js';
import { RegistrationStore } from '../src/meldingen/registration.store.js';
import { startEdison, type Caller, type Edison } from './edison-api.js';

const content = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  receivedAt: '2026-11-21T20:15:00.000Z',
  factDate: '2026-11-20',
  locationIds: ['L02'],
  themes: ['TOEZICHT_VEILIGHEID'],
  level: null,
  status: 'INGEDIEND',
  outcome: null,
  handler: null,
};

describe('Registration of a melding in the store', () => {
  let edison: Edison;
  let sync: Caller;
  let staff: Caller;
  const put = (id: string, body: unknown, headers?: Record<string, string>) =>
    sync.put<RegistrationDto & { code: string }>(`/api/v1/meldingen/${id}`, body, headers);

  beforeAll(async () => {
    edison = await startEdison();
    sync = await edison.dossierSync();
    staff = await edison.staff();
  });
  afterAll(() => edison.service.stop());

  it('answers a dossier number, a zaak number and the first version', async () => {
    const id = uuidv7();
    const answer = await put(id, content);
    expect(answer.status).toBe(201);
    expect(answer.etag).toBe('"1"');
    expect(answer.body).toEqual({
      meldingId: id,
      dossierNumber: expect.stringMatching(/^EDS-\d{8}-\d{2}$/),
      zaakNumber: expect.stringMatching(/^ZAAK-\d{8}-\d{2}$/),
      version: 1,
    });
  });

  it('registers once what is sent twice', async () => {
    const id = uuidv7();
    const first = await put(id, content);
    const second = await put(id, { ...content, receivedAt: '2026-11-21T21:15:00+01:00' });
    expect(second).toMatchObject({ status: 200, etag: '"1"', body: first.body });
  });

  it('registers once what is sent many times at once', async () => {
    const id = uuidv7();
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, content)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.dossierNumber)).size).toBe(1);
  });

  it('gives each melding a number of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(uuidv7(), content)));
    expect(new Set(answers.map(({ body }) => body.dossierNumber)).size).toBe(20);
  });

  it('changes the version that was seen, once, also when the answer was lost', async () => {
    const id = uuidv7();
    await put(id, content);
    const judged = { ...content, level: 'HIGH', status: 'TOEGEWEZEN_AAN', handler: 'kb.mc.een' };
    expect(await put(id, judged, { 'if-match': '"1"' })).toMatchObject({ status: 200, etag: '"2"' });
    expect(await put(id, judged, { 'if-match': '"1"' })).toMatchObject({ status: 200, etag: '"2"' });
    const read = await sync.get<RegisteredMeldingDto>(`/api/v1/meldingen/${id}`);
    expect(read).toMatchObject({ status: 200, etag: '"2"', body: { ...judged, version: 2 } });
  });

  it('refuses a change of an older version with 412', async () => {
    const id = uuidv7();
    await put(id, content);
    await put(id, { ...content, level: 'LOW' }, { 'if-match': '"1"' });
    const answer = await put(id, { ...content, level: 'NORMAL' }, { 'if-match': '"1"' });
    expect(answer).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    expect(answer.contentType).toContain('application/problem+json');
  });

  it('lets one of two simultaneous changes through', async () => {
    const id = uuidv7();
    await put(id, content);
    const levels = ['CRISIS', 'HIGH', 'NORMAL', 'LOW'];
    const answers = await Promise.all(
      levels.map((level) => put(id, { ...content, level }, { 'if-match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('refuses some of many at once and registers the others', async () => {
    const known = uuidv7();
    await put(known, content);
    const asked = [
      put(known, { ...content, level: 'LOW' }, { 'if-match': '"7"' }),
      ...Array.from({ length: 12 }, (_, place) =>
        put(uuidv7(), { ...content, locationIds: place % 3 === 0 ? ['L99'] : ['L02', 'L04'] }),
      ),
    ];
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toEqual([412, ...[422, 201, 201, 422, 201, 201, 422, 201, 201, 422, 201, 201]]);
  });

  it('writes nothing over what another process wrote since it was read', async () => {
    const id = uuidv7();
    await put(id, content);
    const store = edison.service.app.get(RegistrationStore);
    const [read] = await store.find([{ meldingId: id, content }]);
    if (!read?.link) throw new Error('registered a moment ago');
    await put(id, { ...content, level: 'LOW' }, { 'if-match': '"1"' });
    const link: MeldingLink = { ...read.link, version: 2, level: 'HIGH', locationIds: ['L07'] };
    expect(await store.write([{ link, replaces: 1 }])).toEqual(new Set());
    expect(await store.write([{ link, replaces: null }])).toEqual(new Set());
    const { body } = await staff.get<DossierPageDto>('/api/v1/locations/L07/dossier');
    expect(body.items.filter(({ subjectId }) => subjectId === id)).toEqual([]);
    expect(await sync.get(`/api/v1/meldingen/${id}`)).toMatchObject({ etag: '"2"', body: { level: 'LOW' } });
  });

  it('asks for If-Match before a change with 428', async () => {
    const id = uuidv7();
    await put(id, content);
    expect(await put(id, { ...content, level: 'LOW' })).toMatchObject({
      status: 428,
      body: { code: 'IF_MATCH_REQUIRED' },
    });
  });

  it('refuses an unknown location with 422 and keeps nothing', async () => {
    const id = uuidv7();
    const answer = await put(id, { ...content, locationIds: ['L02', 'L99'] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'UNKNOWN_LOCATION' } });
    expect((await sync.get(`/api/v1/meldingen/${id}`)).status).toBe(404);
  });

  it.each([
    ['a name of the melder', { ...content, melderName: 'Voorbeeld Ouder' }, '/melderName'],
    ['free text as kind', { ...content, kind: 'een lange tekst' }, '/kind'],
    ['an unknown status', { ...content, status: 'RECEIVED' }, '/status'],
    ['a day that does not exist', { ...content, factDate: '2026-02-30' }, '/factDate'],
    ['a second that does not exist', { ...content, receivedAt: '2026-11-21T20:15:60Z' }, '/receivedAt'],
    ['no reference', { ...content, reference: undefined }, '/reference'],
  ])('refuses %s with 400', async (_what, body, pointer) => {
    const answer = await sync.put<{ errors: { pointer: string }[] }>(`/api/v1/meldingen/${uuidv7()}`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('is for dossier-sync only', async () => {
    const path = `/api/v1/meldingen/${uuidv7()}`;
    expect((await staff.put(path, content)).status).toBe(403);
    const triage = edison.as(await edison.service.identity.serviceToken('triage'));
    expect((await triage.put(path, content)).status).toBe(403);
    expect((await edison.as('none').put(path, content)).status).toBe(401);
  });

  it('shows the melding in the dossier of each location, as it is now', async () => {
    const id = uuidv7();
    await put(id, { ...content, locationIds: ['L01', 'L04'] });
    await put(id, { ...content, locationIds: ['L04', 'L07'], level: 'LOW' }, { 'if-match': '"1"' });
    const lines = async (location: string) =>
      (await staff.get<DossierPageDto>(`/api/v1/locations/${location}/dossier`)).body.items.filter(
        ({ subjectId }) => subjectId === id,
      );
    expect(await lines('L01')).toEqual([]);
    expect(await lines('L04')).toMatchObject([
      { type: 'MELDING', data: { level: 'LOW', status: 'INGEDIEND' } },
    ]);
    expect(await lines('L07')).toHaveLength(1);
  });

  it('keeps a melding without a known location in the dossier "zonder locatie" until it is matched', async () => {
    const id = uuidv7();
    await put(id, { ...content, locationIds: [] });
    const ids = async () =>
      (await staff.get<DossierPageDto>('/api/v1/dossiers/zonder-locatie')).body.items.map(
        ({ subjectId }) => subjectId,
      );
    expect(await ids()).toContain(id);
    await put(id, content, { 'if-match': '"1"' });
    expect(await ids()).not.toContain(id);
  });

  it('lists what was received in a period, page by page, for who compares', async () => {
    const day = '2031-05-01';
    const ids = Array.from({ length: 4 }, () => uuidv7());
    for (const [hour, id] of ids.entries())
      await put(id, { ...content, receivedAt: `${day}T0${hour}:00:00Z` });
    const period = `receivedFrom=${day}T01:00:00Z&receivedUntil=${day}T23:00:00Z`;
    const first = await sync.get<MeldingListDto>(`/api/v1/meldingen?${period}&limit=2`);
    const second = await sync.get<MeldingListDto>(
      `/api/v1/meldingen?${period}&limit=2&cursor=${first.body.nextCursor}`,
    );
    const listed = [...first.body.items, ...second.body.items].map(({ meldingId }) => meldingId);
    expect(listed).toEqual(ids.slice(1));
    expect(second.body.nextCursor).toBeNull();
    expect((await staff.get(`/api/v1/meldingen?${period}`)).status).toBe(403);
  });
});
