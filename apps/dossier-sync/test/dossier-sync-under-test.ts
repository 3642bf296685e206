import { fileURLToPath } from 'node:url';
import { catalogue, MELDING_RECEIVED, type CodedMelding } from '#contracts';
import { InProcessTransport } from '#messaging';
import { uuidv7, type Role } from '#platform';
import { startTestService, testIdentity, type TestIdentity, type TestService } from '#platform/testing';
import { edisonService } from '../../edison/src/service.js';
import { dossierSyncService } from '../src/service.js';
import { FaultyStore } from './faulty-store.js';
import { IntakeStandIn } from './intake-stand-in.js';

const FIXTURES = fileURLToPath(new URL('../../../deploy/fixtures', import.meta.url));

/** Short, so that a store that never answers does not hold up the tests. */
const STORE_TIMEOUT_MS = '1000';

export interface Announced {
  type: string;
  key: string;
  data: Record<string, unknown>;
}

/** dossier-sync with a real store behind a proxy that can misbehave, and all that it announces. */
export interface World {
  identity: TestIdentity;
  edison: TestService;
  store: FaultyStore;
  /** Has accepted every melding that was told as received. */
  intake: IntakeStandIn;
  sync: TestService;
  announced: Announced[];
  /** Variables for the processes that are started from now on. */
  settings: Record<string, string>;
  /** Announces an event as another service would. */
  tell<D extends { meldingId: string }>(type: string, data: D): Promise<void>;
  /** Starts another process on the same data. */
  startSync(databaseUrl?: string): Promise<TestService>;
  get<T>(service: TestService, path: string, role?: Role): Promise<{ status: number; body: T }>;
  post<T>(
    service: TestService,
    path: string,
    role: Role,
    body?: object,
  ): Promise<{ status: number; body: T }>;
  stop(): Promise<void>;
}

function observe(transport: InProcessTransport): Announced[] {
  const announced: Announced[] = [];
  // Events arrive at least once: like an inbox, this remembers which it had.
  const had = new Set<string | undefined>();
  transport.subscribe({
    group: 'observer',
    topics: [...new Set(catalogue.all().map(({ topic }) => topic))],
    concurrency: 1,
    progress: { load: async () => new Map(), save: async () => undefined },
    handle: async ({ headers, key, value }) => {
      if (had.has(headers['ce_id'])) return;
      had.add(headers['ce_id']);
      const data = JSON.parse(value?.toString() ?? 'null') as Record<string, unknown>;
      announced.push({ type: headers['ce_type'] ?? '', key: key ?? '', data });
    },
  });
  return announced;
}

async function tell(transport: InProcessTransport, type: string, data: { meldingId: string }): Promise<void> {
  const definition = catalogue.find(type);
  if (definition === undefined) throw new Error(`no event ${type}`);
  const headers = {
    ce_specversion: '1.0',
    ce_id: uuidv7(),
    ce_source: '/services/test',
    ce_type: type,
    ce_time: new Date().toISOString(),
    ce_sequence: '1',
    'content-type': 'application/json',
  };
  const record = {
    topic: definition.topic,
    key: data.meldingId,
    value: Buffer.from(JSON.stringify(data)),
    headers,
  };
  const [result] = await transport.publish([record], definition.urgent ? 'URGENT' : 'BULK');
  if (result?.status !== 'fulfilled') throw new Error(`${type} was not taken`);
}

/** @param storeIsAway whether the store cannot be reached from the start */
export async function startWorld(
  storeIsAway: 'STORE_AWAY' | 'STORE_THERE' = 'STORE_THERE',
  settings: Record<string, string> = {},
): Promise<World> {
  const identity = await testIdentity();
  const transport = new InProcessTransport();
  const announced = observe(transport);
  const edison = await startTestService(edisonService, {
    identity,
    transport,
    env: { EDISON_SEED_DIR: FIXTURES },
  });
  const store = await FaultyStore.before(edison.url);
  if (storeIsAway === 'STORE_AWAY') store.goAway();
  const intake = await IntakeStandIn.start();
  const running: TestService[] = [edison];
  const startSync = async (databaseUrl?: string): Promise<TestService> => {
    const env = {
      EDISON_URL: store.url,
      INTAKE_URL: intake.url,
      EDISON_TIMEOUT_MS: STORE_TIMEOUT_MS,
      EDISON_POLL_MS: '50',
      ...settings,
      DATABASE_URL: databaseUrl,
    };
    const service = await startTestService(dossierSyncService, { identity, transport, env });
    running.unshift(service);
    return service;
  };
  const call = async <T>(
    method: string,
    service: TestService,
    path: string,
    role: Role,
    content?: object,
  ) => {
    const authorization = `Bearer ${await identity.staffToken('iemand', [role])}`;
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { authorization, ...(content === undefined ? {} : { 'content-type': 'application/json' }) },
      body: content === undefined ? null : JSON.stringify(content),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  return {
    identity,
    edison,
    store,
    intake,
    settings,
    sync: await startSync(),
    announced,
    startSync,
    tell: (type, data) => {
      if (type === MELDING_RECEIVED) intake.accept(data as object as CodedMelding);
      return tell(transport, type, data);
    },
    get: (service, path, role = 'BEHEERDER') => call('GET', service, path, role),
    post: (service, path, role, body) => call('POST', service, path, role, body),
    stop: async () => {
      for (const service of running) await service.stop();
      await store.close();
      await intake.close();
      await transport.close();
      await identity.close();
    },
  };
}
