import { once } from 'node:events';
import { realpath, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareCluster } from './cluster-folder.js';
import { operatingAccount } from './operating-account.js';
import { endOrphanedServer } from './orphaned-server.js';
import { postgresBinaries } from './postgres-binaries.js';
import { stopProcess } from './process-ending.js';
import { startServer } from './server-process.js';
import { ensureServiceDatabase, type ServiceDatabase } from './service-database.js';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster and the server's log; made when missing. */
  folder: string;
  /** TCP port on 127.0.0.1; must be free. */
  port: number;
  /** Password of the superuser `postgres`; the one of the first start counts. */
  password: string;
  /** Server settings over the small defaults, for example `{ fsync: 'off' }` where nothing need survive. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** Superuser's connection URL. */
  readonly adminUrl: string;
  /** Settles when the server ends without having been asked to. */
  readonly ended: Promise<void>;
  ensureDatabase(database: ServiceDatabase): Promise<string>;
  /** Ends sessions, writes a checkpoint and waits for the server to be gone. */
  stop(): Promise<void>;
}

/**
 * Runs the real PostgreSQL that npm installed: as an ordinary user, or under a lent account when this is root.
 * Recovers by itself from a killed earlier start on the same folder. One start per folder at a time is the
 * caller's to ensure.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const account = operatingAccount();
  const binaries = await postgresBinaries(account);
  await endOrphanedServer(folder);
  const cluster = await prepareCluster(folder, binaries, account, options.password);
  const server = await startServer({
    postgres: binaries.postgres,
    cluster,
    port: options.port,
    password: options.password,
    account,
    settings: options.settings ?? {},
    logFile: join(folder, 'postgres.log'),
  });
  const pid = server.pid ?? 0;
  const exited = once(server, 'exit');
  let stopping = false;
  const adminUrl = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`;
  return {
    port: options.port,
    pid,
    adminUrl,
    ended: exited.then(() => (stopping ? new Promise<void>(() => {}) : undefined)),
    ensureDatabase: (database) => ensureServiceDatabase(adminUrl, database),
    stop: async () => {
      stopping = true;
      await stopProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 15_000);
      await exited;
    },
  };
}
