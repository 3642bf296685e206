import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, uuidv7 } from '#platform';
import { startTestService } from '#platform/testing';
import { DataSource } from 'typeorm';
import type { ChangePageDto } from '../src/changes/change.dto.js';
import type { DossierPageDto } from '../src/dossier/dossier.dto.js';
import type { LocationDto, LocationPageDto } from '../src/locations/location.dto.js';
import { edisonService } from '../src/service.js';
import { FIXTURES, startEdison, type Caller, type Edison } from './edison-api.js';

describe('The register of locations', () => {
  let edison: Edison;
  let staff: Caller;
  let sync: Caller;

  beforeAll(async () => {
    edison = await startEdison();
    staff = await edison.staff();
    sync = await edison.dossierSync();
  });
  afterAll(() => edison.service.stop());

  it('has a location with organisator, SPOC, licence and handhaving', async () => {
    const { status, body } = await staff.get<LocationDto>('/api/v1/locations/L05');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'L05',
      name: 'Huisje Zilverpluis',
      organisator: { id: 'O5', kboNumber: '0999999427' },
      spoc: 'kb.ko.limburg2',
      licenceState: 'GESCHORST',
      enforcementState: 'GESCHORST',
      licenceHistory: [{ state: 'GESCHORST', effectiveOn: null }],
      handhavingHistory: [{ state: 'GESCHORST', previousState: null, effectiveOn: null }],
      revision: 1,
    });
  });

  it('knows no handhaving where there is none', async () => {
    const { body } = await staff.get<LocationDto>('/api/v1/locations/L01');
    expect(body).toMatchObject({ enforcementState: 'GEEN', handhavingHistory: [] });
  });

  it('answers 404 with a problem for an unknown location', async () => {
    const answer = await staff.get('/api/v1/locations/L99');
    expect(answer).toMatchObject({ status: 404, body: { code: 'LOCATION_NOT_FOUND' } });
    expect((await staff.get('/api/v1/locations/L99/dossier')).status).toBe(404);
  });

  it('finds by part of a name or municipality, whatever the case, and takes % literally', async () => {
    const ids = async (q: string) =>
      (await staff.get<LocationPageDto>(`/api/v1/locations?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ id }) => id,
      );
    expect((await ids('verzinbeke')).sort()).toEqual(['L02', 'L08']);
    expect(await ids('pimpel')).toEqual(['L04']);
    expect(await ids('%')).toEqual([]);
  });

  it('pages through all locations once each', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/v1/locations?limit=3${cursor && `&cursor=${cursor}`}`;
      const { body }: { body: LocationPageDto } = await staff.get<LocationPageDto>(path);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen.sort()).toEqual(['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08']);
  });

  it('refuses a cursor of another list with 400', async () => {
    const { body } = await staff.get<LocationPageDto>('/api/v1/locations?limit=1');
    const answer = await staff.get(`/api/v1/locations/L01/dossier?cursor=${body.nextCursor}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } });
  });

  it('can be read by every role', async () => {
    for (const role of ROLES) {
      const caller = await edison.staff(role);
      expect((await caller.get('/api/v1/locations/L02')).status).toBe(200);
      expect((await caller.get('/api/v1/locations/L02/dossier')).status).toBe(200);
    }
  });

  it('writes down who read a dossier', async () => {
    const reader = edison.as(await edison.service.identity.staffToken('jurist.een', ['JURIST']));
    await reader.get('/api/v1/locations/L03/dossier');
    const rows = await edison.service.app
      .get(DataSource)
      .query(`SELECT action, subject FROM platform_audit_entry WHERE actor_id = 'jurist.een'`);
    expect(rows).toEqual([{ action: 'READ_DOSSIER', subject: 'L03' }]);
  });

  it('shows the dossier newest first, page by page', async () => {
    const ids = Array.from({ length: 5 }, () => uuidv7());
    for (const [hour, id] of ids.entries()) {
      await sync.put(`/api/v1/meldingen/${id}`, {
        reference: 'OP-7K3M-Q9XD',
        kind: 'SIGNAAL',
        receivedAt: `2099-01-01T0${hour}:00:00Z`,
        factDate: null,
        locationIds: ['L06'],
        themes: [],
        level: null,
        status: 'INGEDIEND',
        outcome: null,
        handler: null,
      });
    }
    const first = await staff.get<DossierPageDto>('/api/v1/locations/L06/dossier?limit=2&type=MELDING');
    const second = await staff.get<DossierPageDto>(
      `/api/v1/locations/L06/dossier?limit=3&type=MELDING&cursor=${first.body.nextCursor}`,
    );
    const shown = [...first.body.items, ...second.body.items].map(({ subjectId }) => subjectId);
    expect(shown).toEqual(ids.toReversed());
    expect(second.body.nextCursor).toBeNull();
  });

  it('takes over the same files once, also at the next start', async () => {
    const before = (await sync.get<ChangePageDto>('/api/v1/changes')).body;
    const again = await startTestService(edisonService, {
      identity: edison.service.identity,
      env: { EDISON_SEED_DIR: FIXTURES, DATABASE_URL: edison.service.env['DATABASE_URL'] },
    });
    await again.stop();
    expect((await sync.get<ChangePageDto>('/api/v1/changes')).body).toEqual(before);
  });
});
