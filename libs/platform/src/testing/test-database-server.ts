import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { eventually } from './eventually.js';
import { serverFolderPrefix, startPostgres, type PostgresProcess } from './postgres-process.js';

export interface TestDatabaseServer {
  port: number;
  /** For files that belong to its data, such as keys: gone, with the data, when the server is. */
  folder: string;
  /** Makes an empty database, with a name of its own each time, and tells its `DATABASE_URL`. */
  createDatabase(name: string): Promise<string>;
}

/** Jest gives every test file fresh modules in the same worker process, so the note about the server is a file. */
const NOTE = 'server.json';

async function answers(server: PostgresProcess): Promise<void> {
  const client = new Client({
    connectionString: `${server.baseUrl}/postgres`,
    connectionTimeoutMillis: 2_000,
  });
  await client.connect();
  await client.end();
}

async function runningServer(): Promise<PostgresProcess | undefined> {
  const mine = (await readdir(tmpdir())).filter((name) => name.startsWith(serverFolderPrefix(process.pid)));
  for (const name of mine) {
    try {
      const server = JSON.parse(await readFile(join(tmpdir(), name, NOTE), 'utf8')) as PostgresProcess;
      await answers(server);
      return server;
    } catch {
      // Left by an earlier process with this number, or on its way out: not ours.
    }
  }
  return undefined;
}

async function freshServer(): Promise<PostgresProcess> {
  const server = await startPostgres();
  await eventually(() => answers(server), 30_000);
  await writeFile(join(server.folder, NOTE), JSON.stringify(server), { mode: 0o600 });
  return server;
}

let starting: Promise<PostgresProcess> | undefined;

/** A real PostgreSQL for tests: one per worker process, started when first asked for, gone when the process ends. */
export async function testDatabaseServer(): Promise<TestDatabaseServer> {
  starting ??= runningServer().then((running) => running ?? freshServer());
  const server = await starting;
  return {
    port: server.port,
    folder: server.folder,
    async createDatabase(name: string): Promise<string> {
      const unique = `${name.replaceAll(/[^a-z0-9_]/g, '_')}_${randomBytes(4).toString('hex')}`;
      const client = new Client({ connectionString: `${server.baseUrl}/postgres` });
      await client.connect();
      await client.query(`CREATE DATABASE ${unique} TEMPLATE template0`);
      await client.end();
      return `${server.baseUrl}/${unique}`;
    },
  };
}
