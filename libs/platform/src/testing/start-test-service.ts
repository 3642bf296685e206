import { mkdtempSync, rmSync } from 'node:fs';
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

/** Key files of the tests of this file; a service that is started again must find its own. */
let scratch: string | undefined;

function keyFile(): string {
  if (scratch === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-test-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    scratch = folder;
  }
  return join(scratch, `${uuidv7()}.kek`);
}

/** Starts a service on a real, empty database and a free port. `stop()` also ends what was made for it alone. */
export async function startTestService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  overrides: TestServiceOverrides = {},
): Promise<TestService> {
  const identity = overrides.identity ?? (await testIdentity());
  const transport = overrides.transport ?? new InProcessTransport();
  const needsDatabase = definition.migrations.length > 0 || definition.messaging !== undefined;
  const givenUrl = overrides.env?.['DATABASE_URL'];
  const databaseUrl =
    givenUrl ??
    (needsDatabase
      ? await (await testDatabaseServer()).createDatabase(`test_${definition.name}`)
      : undefined);
  const env: Environment = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    OIDC_ISSUER: identity.issuer,
    OIDC_AUDIENCE: identity.audience,
    SERVICE_CLIENT_ID: `${CLIENT_PREFIX}${definition.name}`,
    SERVICE_CLIENT_SECRET: 'test',
    KEK_FILE: keyFile(),
    ...overrides.env,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const running = await startService(definition, env, { transport });
  return {
    ...running,
    env,
    identity,
    transport,
    stop: async () => {
      await running.stop();
      if (overrides.transport === undefined) await transport.close();
      if (overrides.identity === undefined) await identity.close();
    },
  };
}
