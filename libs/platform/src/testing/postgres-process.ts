import { spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCluster } from '../embedded-postgres/cluster-folder.js';
import { operatingAccount } from '../embedded-postgres/operating-account.js';
import { postgresBinaries } from '../embedded-postgres/postgres-binaries.js';

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

/** Folders of the servers that a process started begin with this. */
export const serverFolderPrefix = (pid: number): string => `opgroeipunt-pg-${pid}-`;

export interface PostgresProcess {
  /** Gone, with all in it, as soon as the server is. */
  folder: string;
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
  const account = operatingAccount();
  const binaries = await postgresBinaries(account);
  const folder = await mkdtemp(join(tmpdir(), serverFolderPrefix(process.pid)));
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const data = await prepareCluster(folder, binaries, account, PASSWORD);
  const port = await freePort();
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARDED, 'postgres-guard', binaries.postgres, data, String(port), folder],
    {
      ...account,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' },
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  keepGuard(guard);
  return { folder, port, baseUrl: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}` };
}
