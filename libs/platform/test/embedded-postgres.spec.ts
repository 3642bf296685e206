import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isRunning, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const PASSWORD = 'a secret: with / and @';

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let port: number;
  let postgres: EmbeddedPostgres | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded postgres '));
    port = await freePort();
  });

  afterEach(async () => {
    await postgres?.stop();
    postgres = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const start = async () => (postgres = await startEmbeddedPostgres({ folder, port, password: PASSWORD }));

  async function query(url: string, sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  it('gives each service a database that only its own role enters', async () => {
    const server = await start();
    const intake = await server.ensureDatabase({ name: 'opgroeipunt_intake', password: 'one' });
    const triage = await server.ensureDatabase({ name: 'opgroeipunt_triage', password: 'two' });
    await query(intake, 'CREATE TABLE note (text text)');
    const stranger = new URL(triage);
    stranger.pathname = '/opgroeipunt_intake';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow(/permission denied/);
  });

  it('keeps the data of a server that was killed together with its starter', async () => {
    const first = await start();
    const url = await first.ensureDatabase({ name: 'opgroeipunt_intake', password: 'one' });
    await query(url, `CREATE TABLE note (text text); INSERT INTO note VALUES ('kept')`);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    await start();
    expect((await query(url, 'SELECT text FROM note')).rows).toEqual([{ text: 'kept' }]);
  });

  it('takes over from a server that outlived its starter', async () => {
    const orphan = await start();
    const next = await start();
    expect(next.pid).not.toBe(orphan.pid);
    expect(isRunning(orphan.pid)).toBe(false);
  });

  it('leaves a stranger alone whose process number stands in a stale pid file', async () => {
    await (await start()).stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(stranger, 'spawn');
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${stranger.pid}\n`);
    await start();
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    await once(stranger, 'exit');
  });

  it('refuses the data of a newer version and leaves them as they are', async () => {
    await (await start()).stop();
    const marker = join(folder, 'cluster', 'PG_VERSION');
    await writeFile(marker, '99\n');
    postgres = undefined;
    await expect(startEmbeddedPostgres({ folder, port, password: PASSWORD })).rejects.toMatchObject({
      fault: 'NEWER_DATA',
    });
    expect(await readFile(marker, 'utf8')).toBe('99\n');
  });

  it('tells that its port is taken', async () => {
    const holder = createServer().listen(port, '127.0.0.1');
    await once(holder, 'listening');
    await expect(startEmbeddedPostgres({ folder, port, password: PASSWORD })).rejects.toMatchObject({
      fault: 'PORT_BUSY',
    });
    holder.close();
  });
});
