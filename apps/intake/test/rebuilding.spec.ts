import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { LOCATION_CHANGED, type LocationChangedV1 } from '#contracts';
import { InProcessTransport, Outbox, Transactions, type ProjectionView } from '#messaging';
import {
  eventually,
  startTestService,
  testIdentity,
  type TestIdentity,
  type TestService,
} from '#platform/testing';
import { dossierSyncService } from '../../dossier-sync/src/service.js';
import { triageService } from '../../triage/src/service.js';
import { intakeService } from '../src/service.js';
import { locationEvents } from './fixtures.js';
import { melding } from './running-intake.js';

const NOBODY = 'http://127.0.0.1:9';
const STAFF_FILE = fileURLToPath(new URL('../../../deploy/fixtures/staff.json', import.meta.url));
const PATIENCE_MS = 60_000;

describe('projections of intake and triage, rebuilt by the BEHEERDER', () => {
  const transport = new InProcessTransport();
  let identity: TestIdentity;
  let intake: TestService;
  let triage: TestService;
  let dossierSync: TestService;
  let token: string;

  const rows = <R = Record<string, unknown>>(service: TestService, sql: string): Promise<R[]> =>
    service.app.get(DataSource).query<R[]>(sql);

  /** Everything that was ever told or asked, by any of them. */
  async function told(): Promise<number[]> {
    const counts: number[] = [];
    for (const service of [intake, triage, dossierSync]) {
      for (const [table, own] of [
        ['messaging_outbox', 'true'],
        ['messaging_work', `kind NOT LIKE 'messaging.%'`],
      ]) {
        const [row] = await rows<{ n: number }>(
          service,
          `SELECT count(*)::int AS n FROM ${table} WHERE ${own}`,
        );
        counts.push(row?.n ?? 0);
      }
    }
    return counts;
  }

  async function ask(service: TestService, method: string, path: string, as = token): Promise<Response> {
    return fetch(`${service.url}/api/v1/projections${path}`, {
      method,
      headers: { authorization: `Bearer ${as}` },
    });
  }

  async function rebuild(service: TestService, name: string): Promise<void> {
    expect((await ask(service, 'POST', `/${name}/rebuild`)).status).toBe(202);
    await eventually(async () => {
      const { items } = (await (await ask(service, 'GET', '')).json()) as { items: ProjectionView[] };
      const found = items.find((item) => item.name === name);
      expect(found).toMatchObject({ state: 'LIVE', lastRebuild: { failure: null } });
      expect(found?.lastRebuild?.events).toBeGreaterThan(0);
    }, PATIENCE_MS);
  }

  beforeAll(async () => {
    identity = await testIdentity();
    token = await identity.staffToken('beheer.een', ['BEHEERDER'], 'CENTRAAL');
    const common = { transport, identity };
    intake = await startTestService(intakeService, {
      ...common,
      env: { INTAKE_PUBLIC_RATE_PER_MINUTE: '0' },
    });
    triage = await startTestService(triageService, {
      ...common,
      env: { INTAKE_URL: intake.url, STAFF_FILE },
    });
    dossierSync = await startTestService(dossierSyncService, {
      ...common,
      env: { EDISON_URL: NOBODY, INTAKE_URL: intake.url },
    });
    const outbox = dossierSync.app.get(Outbox);
    await dossierSync.app.get(Transactions).run(async (manager) => {
      for (const location of await locationEvents()) {
        const key = String((location as LocationChangedV1).locationId);
        await outbox.publish(manager, { type: LOCATION_CHANGED, key, data: location });
      }
    });
    await eventually(async () => expect((await fetch(`${intake.url}/health/ready`)).status).toBe(200));
  }, 120_000);

  afterAll(async () => {
    for (const service of [triage, intake, dossierSync]) await service.stop();
    await transport.close();
    await identity.close();
  });

  it('make the locations of both again, and tell nobody anything', async () => {
    const expected = (await locationEvents()).length;
    const known = (service: TestService, table: string) =>
      rows(service, `SELECT * FROM ${table} ORDER BY id`);
    await eventually(
      async () => expect(await known(triage, 'triage_location')).toHaveLength(expected),
      PATIENCE_MS,
    );
    const before = [await known(intake, 'location'), await known(triage, 'triage_location')];
    const toldBefore = await told();
    await rows(intake, 'DELETE FROM location');
    await rows(triage, `UPDATE triage_location SET name = 'wrong', licence_state = 'OPGEHEVEN'`);
    await rebuild(intake, 'locations');
    await rebuild(triage, 'locations');
    expect([await known(intake, 'location'), await known(triage, 'triage_location')]).toEqual(before);
    expect(await told()).toEqual(toldBefore);
  }, 180_000);

  it('make the trace of a melding again, with the step that is intake’s own', async () => {
    const sent = await fetch(`${intake.url}/api/v1/meldingen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'rebuild-following' },
      body: JSON.stringify(melding({ answers: { immediateDanger: 'yes' } })),
    });
    expect(sent.status).toBe(201);
    const steps = () =>
      rows(intake, 'SELECT step, at, confirmed_by, event_id FROM trace_step ORDER BY at, step');
    const handling = () => rows(intake, 'SELECT * FROM melding_handling');
    await eventually(async () => {
      expect((await steps()).map(({ step }) => step)).toEqual(
        // The store cannot be reached, so this is all that will be told.
        expect.arrayContaining(['RECEIVED', 'TRIAGED', 'DELAYED']),
      );
    }, PATIENCE_MS);
    const before = [await steps(), await handling()];
    const toldBefore = await told();
    await rows(intake, 'DELETE FROM trace_step WHERE event_id IS NOT NULL');
    await rows(intake, 'DELETE FROM melding_handling');
    await rebuild(intake, 'following');
    expect([await steps(), await handling()]).toEqual(before);
    expect(await told()).toEqual(toldBefore);
  }, 180_000);

  it('are for the BEHEERDER alone, and have names', async () => {
    const other = await identity.staffToken('kb.mc.een', ['KB_MC'], 'CENTRAAL');
    expect((await ask(intake, 'POST', '/locations/rebuild', other)).status).toBe(403);
    expect((await ask(intake, 'POST', '/nothing/rebuild')).status).toBe(404);
  });
});
