import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { dataArgument } from './data-argument.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { OperatingAccount } from './operating-account.js';

const POLL_MS = 50;
const CONNECT_LIMIT_MS = 2_000;
const START_LIMIT_MS = 60_000;

/** A small machine's share: a handful of services with small pools, no parallel queries, no just-in-time compiler. */
const SMALL = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '16MB',
  max_connections: '100',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '2',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  jit: 'off',
  io_method: 'sync', // no helper processes for reading ahead
  log_min_messages: 'warning',
};

export interface ServerProcessOptions {
  postgres: string;
  cluster: string;
  port: number;
  password: string;
  account: OperatingAccount | undefined;
  settings: Record<string, string>;
  logFile: string;
}

/** Starts the server and waits until it accepts connections. */
export async function startServer(options: ServerProcessOptions): Promise<ChildProcess> {
  const log = openSync(options.logFile, 'a', 0o600);
  const logStart = statSync(options.logFile).size;
  const settings = { ...SMALL, port: String(options.port), ...options.settings };
  const server = spawn(
    options.postgres,
    [
      '-D',
      dataArgument(options.cluster, options.account),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      cwd: options.cluster,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      stdio: ['ignore', log, log],
      // A session of its own: Ctrl-C in the terminal must reach the services first, the database last.
      detached: true,
      ...options.account,
    },
  );
  closeSync(log);
  await once(server, 'spawn');
  const output = () => readFileSync(options.logFile).subarray(logStart).toString();
  await acceptsConnections(server, options, output);
  return server;
}

async function acceptsConnections(
  server: ChildProcess,
  { port, password }: ServerProcessOptions,
  output: () => string,
): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw EmbeddedPostgresError.fromOutput(output());
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
      connectionTimeoutMillis: CONNECT_LIMIT_MS, // a stranger on the port may accept and say nothing
    });
    client.on('error', () => undefined); // a server that ends in between is asked again
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > until) {
        server.kill('SIGQUIT');
        throw new EmbeddedPostgresError('FAILED', `no connection: ${String(error)}\n${output()}`);
      }
      await delay(POLL_MS);
    } finally {
      await client.end();
    }
  }
}
