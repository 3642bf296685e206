import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InProcessTransport, type Transport } from '#messaging';
import { CLIENT_PREFIX } from '../access/actor.js';
import { uuidv7 } from '../clock/uuidv7.js';
import type { Environment } from '../configuration/load-config.js';
import type { ServiceConfig } from '../configuration/service-config.js';
import type { RunningService, ServiceDefinition } from '../service/service-definition.js';
import { startService } from '../service/start-service.js';
import { testDatabaseServer } from './test-database-server.js';
import { testIdentity, type TestIdentity } from './test-identity.js';

export interface TestServiceOverrides {
  /** Variables that differ from the test defaults; `DATABASE_URL` to start again on the same data. */
  env?: Environment;
  /** Shared by several services of one test; an in-process one of its own otherwise. */
  transport?: Transport;
  /** Shared by several services of one test; one of its own otherwise. */
  identity?: TestIdentity;
}

export interface TestService extends RunningService {
  /** The environment it was started with, to start it again. */
  env: Environment;
  identity: TestIdentity;
  transport: Transport;
}

interface TestData {
  databaseUrl: string | undefined;
  keyFile: string;
  discard(): Promise<void>;
}

/** Data of a service with tables stay as long as the database server, so that it can be started on them again. */
async function lastingData(name: string, givenUrl: string | undefined): Promise<TestData> {
  const server = await testDatabaseServer();
  return {
    databaseUrl: givenUrl ?? (await server.createDatabase(`test_${name}`)),
    keyFile: join(server.folder, `${uuidv7()}.kek`),
    discard: async () => {},
  };
}

async function passingData(): Promise<TestData> {
  const folder = await mkdtemp(join(tmpdir(), 'opgroeipunt-test-'));
  return {
    databaseUrl: undefined,
    keyFile: join(folder, 'kek'),
    discard: () => rm(folder, { recursive: true }),
  };
}

/** Starts a service on a real, empty database and a free port. `stop()` also ends what was made for it alone. */
export async function startTestService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  overrides: TestServiceOverrides = {},
): Promise<TestService> {
  const identity = overrides.identity ?? (await testIdentity());
  const transport = overrides.transport ?? new InProcessTransport();
  const needsDatabase = definition.migrations.length > 0 || definition.messaging !== undefined;
  const data = needsDatabase
    ? await lastingData(definition.name, overrides.env?.['DATABASE_URL'])
    : await passingData();
  const env: Environment = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    OIDC_ISSUER: identity.issuer,
    OIDC_AUDIENCE: identity.audience,
    SERVICE_CLIENT_ID: `${CLIENT_PREFIX}${definition.name}`,
    SERVICE_CLIENT_SECRET: 'test',
    KEK_FILE: data.keyFile,
    ...overrides.env,
    ...(data.databaseUrl === undefined ? {} : { DATABASE_URL: data.databaseUrl }),
  };
  const closeOwn = async (): Promise<void> => {
    await data.discard();
    if (overrides.transport === undefined) await transport.close();
    if (overrides.identity === undefined) await identity.close();
  };
  try {
    const running = await startService(definition, env, { transport });
    const stop = async (): Promise<void> => {
      await running.stop();
      await closeOwn();
    };
    return { ...running, env, identity, transport, stop };
  } catch (error) {
    await closeOwn();
    throw error;
  }
}
