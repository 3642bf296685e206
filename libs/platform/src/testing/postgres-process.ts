import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresBinaries } from './postgres-binaries.js';

/** PostgreSQL refuses to run as root; any other account will do, and needs no entry in /etc/passwd. */
const OTHER_ACCOUNT = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const PASSWORD = 'test';

/**
 * Stops PostgreSQL and removes its data as soon as standard input closes: also when the test process was killed,
 * since the system closes the pipe for it.
 */
const GUARDED = `
"$1" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off \
  -c max_connections=200 -c shared_buffers=32MB -c timezone=UTC -c log_min_messages=fatal >&2 </dev/null &
server=$!
trap '' INT TERM HUP
while read -r _; do :; done
kill -INT "$server" 2>/dev/null
wait "$server"
rm -rf "$4"`;

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export interface PostgresProcess {
  port: number;
  /** Address of the server; add the name of a database. */
  baseUrl: string;
}

function keepGuard(guard: ChildProcess): void {
  // Neither the guard nor its pipes may keep the test process alive.
  guard.unref();
  for (const stream of [guard.stdin, guard.stderr]) {
    if (stream !== null && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}

/** Makes a data folder and starts a real PostgreSQL on a free port; it ends with this process. */
export async function startPostgres(): Promise<PostgresProcess> {
  const { initdb, postgres } = postgresBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'opgroeipunt-pg-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD);
  if (OTHER_ACCOUNT.uid !== undefined) {
    for (const path of [folder, passwordFile]) await chown(path, OTHER_ACCOUNT.uid, OTHER_ACCOUNT.gid);
  }
  const env = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' };
  const settings = [
    '-D',
    data,
    '-U',
    'test',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  await promisify(execFile)(initdb, settings, { ...OTHER_ACCOUNT, env, cwd: folder });
  const port = await freePort();
  const guard = spawn('/bin/sh', ['-c', GUARDED, 'postgres-guard', postgres, data, String(port), folder], {
    ...OTHER_ACCOUNT,
    env,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keepGuard(guard);
  return { port, baseUrl: `postgres://test:${PASSWORD}@127.0.0.1:${port}` };
}
