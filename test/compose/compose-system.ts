import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { cacheFolder, startKafka } from '../../deploy/kafka/index.js';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { readComposeFile, type ComposeService, type Condition } from './compose-file.js';
import { ComposeProcess } from './compose-process.js';
import { forward } from './port-forward.js';

const FILE = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url));
const HEALTHY_WITHIN_MS = 120_000;
const PAUSE_MS = 200;
const PUBLISHED = [
  'PORTAL',
  'INTAKE',
  'TRIAGE',
  'DOSSIER_SYNC',
  'NOTIFICATION',
  'EDISON',
  'IDENTITY',
  'MAIL_SMTP',
  'MAIL_HTTP',
];

export interface ComposeSystem {
  /** Variables under which the demo and others find the published ports. */
  ports: Record<string, string>;
  output(): string;
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/**
 * Starts docker-compose.yml without a container engine: each service as a process with exactly its command,
 * environment, order and health check. Kafka and PostgreSQL are the real servers, started from their packages
 * instead of their images, and reached under the names and ports of the file.
 */
export async function startComposeSystem(): Promise<ComposeSystem> {
  const ports = await publishedPorts();
  const services = readComposeFile(FILE, ports);
  const dataFolder = await mkdtemp(join(tmpdir(), 'opgroeipunt-compose-'));
  const stops: Stop[] = [() => rm(dataFolder, { recursive: true, force: true })];
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  const network = addresses(services);
  const processes: ComposeProcess[] = [];
  const output = () =>
    processes.map((one) => `--- ${one.service.name}\n${one.output().slice(-3_000)}`).join('\n');
  try {
    const states = new Map<string, Promise<void>>();
    const settled = (service: ComposeService): Promise<void> => {
      const known = states.get(service.name) ?? start(service);
      states.set(service.name, known);
      return known;
    };
    const start = async (service: ComposeService): Promise<void> => {
      await Promise.all(service.dependsOn.map(async (on) => settled(dependency(services, service, on))));
      const address = network[service.name] ?? '';
      if (service.image.startsWith('apache/kafka:'))
        stops.push(await serveKafka(service, address, dataFolder));
      else if (service.image.startsWith('postgres:'))
        stops.push(await servePostgres(service, address, dataFolder));
      else {
        const running = new ComposeProcess(service, { address, hosts: network }, dataFolder);
        processes.push(running);
        running.start();
        stops.push(() => running.stop());
        await (isOneShot(services, service) ? completed(running) : healthy(running));
        for (const { host, container } of service.published) {
          const published = await forward(
            { host: '127.0.0.1', port: host },
            { host: address, port: container },
          );
          stops.push(() => published.close());
        }
      }
    };
    await Promise.all(services.map(settled));
    return { ports, output, stop };
  } catch (error) {
    const told = output();
    await stop();
    throw new Error(`${String(error)}\n${told}`, { cause: error });
  }
}

/** Free ports in the place of those that the file publishes by default. */
async function publishedPorts(): Promise<Record<string, string>> {
  const ports = await freePorts(PUBLISHED.length);
  return Object.fromEntries(PUBLISHED.map((name, index) => [`${name}_PORT`, String(ports[index])]));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(
    servers.map(async (server) => {
      server.close();
      await once(server, 'close');
    }),
  );
  return ports;
}

/** A loopback address for each service, in a range that another run hardly meets; aliases lead to the same. */
function addresses(services: ComposeService[]): Record<string, string> {
  const range = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  return Object.fromEntries(
    services.flatMap(({ aliases }, index) => aliases.map((name) => [name, `${range}.${index + 2}`])),
  );
}

function dependency(
  services: ComposeService[],
  from: ComposeService,
  on: { service: string; condition: Condition },
): ComposeService {
  const found = services.find(({ name }) => name === on.service);
  if (!found) throw new Error(`${from.name} depends on ${on.service}, which does not exist`);
  if (on.condition === 'service_healthy' && !found.healthTest)
    throw new Error(`${on.service} has no health check`);
  return found;
}

/** Somebody waits for its end. */
function isOneShot(services: ComposeService[], { name }: ComposeService): boolean {
  const waits = services.flatMap(({ dependsOn }) => dependsOn).filter(({ service }) => service === name);
  return waits.some(({ condition }) => condition === 'service_completed_successfully');
}

async function completed(running: ComposeProcess): Promise<void> {
  const code = await running.completion();
  if (code !== 0) throw new Error(`${running.service.name} ended with code ${code}`);
}

async function healthy(running: ComposeProcess): Promise<void> {
  const until = Date.now() + HEALTHY_WITHIN_MS;
  while (!(await running.isHealthy())) {
    if (running.ended) throw new Error(`${running.service.name} ended by itself`);
    if (Date.now() > until) throw new Error(`${running.service.name} did not become healthy`);
    await pause(PAUSE_MS);
  }
}

/** The listener that the file advertises is the name and port under which the others must look for the broker. */
async function serveKafka(
  { environment, aliases }: ComposeService,
  address: string,
  dataFolder: string,
): Promise<Stop> {
  const advertised = /^PLAINTEXT:\/\/([\w.-]+):(\d+)$/.exec(environment['KAFKA_ADVERTISED_LISTENERS'] ?? '');
  if (!advertised?.[1] || !aliases.includes(advertised[1]))
    throw new Error('kafka advertises a name that nobody finds');
  const kafka = await startKafka({
    port: 0,
    dataDir: join(dataFolder, 'kafka'),
    cacheDir: cacheFolder(process.env),
  });
  const named = await forward(
    { host: address, port: Number(advertised[2]) },
    { host: '127.0.0.1', port: kafka.port },
  );
  return async () => {
    await named.close();
    await kafka.stop();
  };
}

async function servePostgres(
  { environment }: ComposeService,
  address: string,
  dataFolder: string,
): Promise<Stop> {
  const [port = 0] = await freePorts(1);
  const postgres = await startEmbeddedPostgres({
    folder: join(dataFolder, 'postgres'),
    port,
    password: environment['POSTGRES_PASSWORD'] ?? '',
    settings: { fsync: 'off', max_connections: '150' },
  });
  const named = await forward({ host: address, port: 5432 }, { host: '127.0.0.1', port });
  return async () => {
    await named.close();
    await postgres.stop();
  };
}
