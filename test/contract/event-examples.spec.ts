import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { catalogue } from '#contracts';
import { InProcessTransport, Outbox, ParkedEvents, Transactions } from '#messaging';
import {
  eventually,
  startTestService,
  testIdentity,
  type TestIdentity,
  type TestService,
} from '#platform/testing';
import { dossierSyncService } from '../../apps/dossier-sync/src/service.js';
import { intakeService } from '../../apps/intake/src/service.js';
import { notificationService } from '../../apps/notification/src/service.js';
import { triageService } from '../../apps/triage/src/service.js';
import { eventSamples } from './event-samples.js';

/** Nobody answers there: what a handler leaves for later stays waiting, and that is not what is tested here. */
const NOBODY = 'http://127.0.0.1:9';
const STAFF_FILE = fileURLToPath(new URL('../../deploy/fixtures/staff.json', import.meta.url));

describe('examples of events', () => {
  const transport = new InProcessTransport();
  let identity: TestIdentity;
  let services: TestService[];

  beforeAll(async () => {
    identity = await testIdentity();
    const shared = { transport, identity };
    services = [
      await startTestService(intakeService, shared),
      await startTestService(triageService, { ...shared, env: { INTAKE_URL: NOBODY, STAFF_FILE } }),
      await startTestService(dossierSyncService, {
        ...shared,
        env: { EDISON_URL: NOBODY, INTAKE_URL: NOBODY },
      }),
      await startTestService(notificationService, {
        ...shared,
        env: { INTAKE_URL: NOBODY, PORTAL_URL: NOBODY, SMTP_HOST: '127.0.0.1', SMTP_PORT: '9' },
      }),
    ];
  });

  afterAll(async () => {
    for (const service of services) await service.stop();
    await transport.close();
    await identity.close();
  });

  it('are taken by every service that listens to them, and none is parked', async () => {
    const [teller] = services;
    if (teller === undefined) throw new Error('no service runs');
    const outbox = teller.app.get(Outbox);
    const samples = [...eventSamples()];
    await teller.app.get(Transactions).run(async (manager) => {
      for (const [type, data] of samples)
        await outbox.publish(manager, { type, key: type, data: Object(data) });
    });

    await eventually(async () => {
      const waiting = await teller.app
        .get(DataSource)
        .query<unknown[]>('SELECT type FROM messaging_outbox WHERE published_at IS NULL');
      expect(waiting).toEqual([]);
    });
    for (const service of services) {
      const { items } = await service.app.get(ParkedEvents).list({ limit: 100 });
      expect(items.map(({ reason }) => reason)).toEqual([]);
    }
    expect(samples).toHaveLength(catalogue.all().length);
  });
});
