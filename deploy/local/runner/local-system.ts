import { fileURLToPath } from 'node:url';
import { endOrphanedServer } from '#platform/embedded-postgres';
import { FolderLock } from '../data-folder/folder-lock.js';
import { prepareDataFolder, type DataFolder } from '../data-folder/data-folder.js';
import { LocalSecrets } from '../data-folder/local-secrets.js';
import { startIdentity } from '../identity/identity-server.js';
import { readStaff } from '../identity/staff-account.js';
import { LocalLog } from '../logs/local-log.js';
import { MailCatcherConfig } from '../mail-catcher/mail-catcher.config.js';
import { startMailCatcher } from '../mail-catcher/mail-catcher.js';
import { requireFreePorts } from '../ports/free-ports.js';
import type { LocalPorts } from '../ports/local-ports.js';
import { readyText } from './address-table.js';
import { openLink } from './event-link.js';
import { KeptPostgres } from './kept-postgres.js';
import { localIdentityConfig } from './local-identity.js';
import { LOCAL_SERVICES, serviceEnvironment, type Environment } from './service-environments.js';
import { STARTERS } from './services.js';
import { StopStack } from './stop-stack.js';
import { waitUntilReady } from './wait-until-ready.js';

const READY_LIMIT_MS = 60_000;
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

export interface LocalSystemOptions {
  env: Environment;
  folder: DataFolder;
  ports: LocalPorts;
  /** Aborted when the operator wants to stop while the start is still going on. */
  interrupted: AbortSignal;
}

export interface LocalSystem {
  /** Addresses, logins and what to try next. */
  text: string;
  stop(): Promise<void>;
}

/** Starts everything on this machine, in the order in which the parts need each other; ready when it returns. */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const started = new StopStack();
  try {
    const text = await start(options, started);
    return { text, stop: () => started.stopAll() };
  } catch (error) {
    await started.stopAll();
    throw error;
  }
}

async function start(
  { env, folder, ports, interrupted }: LocalSystemOptions,
  started: StopStack,
): Promise<string> {
  const host = env['HOST'] || '127.0.0.1';
  prepareDataFolder(folder);
  const lock = FolderLock.take(folder.lock, ports);
  started.push('gegevensmap', () => Promise.resolve(lock.release()));
  const secrets = new LocalSecrets(folder.secrets);
  const log = new LocalLog(folder.log);
  started.push('logboek', () => Promise.resolve(log.close()));

  await endOrphanedServer(folder.postgres); // before asking which ports are free: it would hold one
  await requireFreePorts(ports, host);
  const postgres = await KeptPostgres.start({
    folder: folder.postgres,
    port: ports.postgres,
    password: secrets.get('postgres'),
  });
  started.push('PostgreSQL', () => postgres.stop());

  const mail = await startMailCatcher({
    ...new MailCatcherConfig(),
    HOST: host,
    MAIL_SMTP_PORT: ports.mailSmtp,
    MAIL_HTTP_PORT: ports.mailHttp,
    MAIL_BOUNCE_PORT: ports.mailBounce,
  });
  started.push('opgevangen mails', () => mail.stop());
  const identity = await startIdentity(localIdentityConfig(folder, secrets, ports, host, FIXTURES));
  started.push('aanmelden', () => identity.stop());

  const link = await openLink(env['KAFKA_BROKERS']);
  started.push('berichten', () => link.close());
  const urls: string[] = [];
  for (const service of LOCAL_SERVICES) {
    interrupted.throwIfAborted();
    const password = secrets.get(service.database);
    const databaseUrl = await postgres.ensureDatabase({ name: service.database, password });
    const parts = { given: env, ports, folder, secrets, databaseUrl, fixtures: FIXTURES, host };
    const running = await STARTERS[service.name](serviceEnvironment(service, parts), link.transport, log);
    started.push(service.name, () => running.stop());
    urls.push(running.url);
  }
  await waitUntilReady(urls, READY_LIMIT_MS, interrupted);
  return readyText(ports, readStaff(`${FIXTURES}/staff.json`).all(), link.title, folder.log);
}
