import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgres } from '#platform/embedded-postgres';
import pg from 'pg';
import { waitUntil } from '../../system/wait-until.ts';
import { freePort } from './database-server.ts';
import { startProgram, type Program } from './program.ts';

const MAIN = fileURLToPath(new URL('../../../dist/apps/intake/src/main.js', import.meta.url));
const LOCATIONS = new URL('../../../deploy/fixtures/locations.json', import.meta.url);
const DRAINED_LIMIT_MS = 120_000;

export interface IntakeProcess extends Program {
  /** Waits until its relay has handed on every event. @returns milliseconds that took */
  drained(): Promise<number>;
}

/** Intake as a process of its own, relay at work, on a database that knows the fixture locations. */
export async function startIntake(server: EmbeddedPostgres, folder: string): Promise<IntakeProcess> {
  const databaseUrl = await server.ensureDatabase({ name: 'load_intake', password: 'load' });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const port = await freePort();
  const program = await startProgram(
    [MAIN],
    {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl,
      INTAKE_PUBLIC_RATE_PER_MINUTE: '0',
      OIDC_ISSUER: 'http://127.0.0.1:9',
      SERVICE_CLIENT_ID: 'svc-intake',
      SERVICE_CLIENT_SECRET: 'load',
      KEK_FILE: join(folder, 'intake.kek'),
    },
    { port, ready: '/health/live' },
  );
  await knowLocations(database);
  return {
    ...program,
    drained: () => drained(database),
    stop: async () => {
      await program.stop();
      await database.end();
    },
  };
}

async function knowLocations(database: pg.Pool): Promise<void> {
  const locations = JSON.parse(await readFile(LOCATIONS, 'utf8')) as { id: string }[];
  await database.query(
    `INSERT INTO location (id, revision, name, type, municipality, search_text)
     SELECT id, 1, name, type, municipality, lower(name) FROM jsonb_to_recordset($1)
       AS l(id text, name text, type text, municipality text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(locations)],
  );
}

async function drained(database: pg.Pool): Promise<number> {
  const from = performance.now();
  await waitUntil(
    async () => {
      const { rows } = await database.query<{ waiting: boolean }>(
        'SELECT EXISTS (SELECT FROM messaging_outbox WHERE published_at IS NULL) AS waiting',
      );
      return rows[0]?.waiting ? undefined : true;
    },
    'an empty outbox',
    DRAINED_LIMIT_MS,
  );
  return performance.now() - from;
}
