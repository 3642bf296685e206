import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../deploy/kafka/ports.js';
import { readComposeFile, type ComposeService } from '../../compose/compose-file.js';
import { ComposeProcess } from '../../compose/compose-process.js';
import { FaultyLink, type Endpoint } from '../links/faulty-link.js';
import { FaultyStore } from '../links/faulty-store.js';
import { MAIL_LOOKUP_LINK, type Breakable } from '../plan/fault.js';
import { DatabaseServer } from './database-server.js';
import { killOneSession } from './database-session.js';
import { KafkaBroker } from './kafka-broker.js';
import { LoopbackAddresses } from './loopback-addresses.js';
import { MailServer } from './mail-server.js';
import { UNKNOWN_TO_OLDER } from './older-release.js';
import { LONGEST_START_MS, untilAllReady } from './ready.js';
import { RestartedProcess } from './restarted-process.js';
import { SmallDisk } from './small-disk.js';
import { SOONER } from './sooner.js';
import {
  COUNTED,
  type Addressed,
  type Counted,
  type RawRecord,
  type SystemUnderFaults,
  type TakenMail,
} from './system-under-faults.js';
import { toldBefore } from './told-again.js';

const FILE = fileURLToPath(new URL('../../../docker-compose.yml', import.meta.url));
const PRELOADS = ['shifted-clock.mjs', 'older-schema.mjs'].map(
  (file) => new URL(`../preload/${file}`, import.meta.url).href,
);
const SERVICES = ['edison', 'dossier-sync', 'intake', 'triage', 'notification'] as const;
const MAIL_LOOKUP_PORT = 3026;
const SETUP_WITHOUT_LINKS = ['create-databases', 'create-topics'];

/** The services of docker-compose.yml as processes on real Kafka and PostgreSQL, every connection by a link. */
export class KafkaSystem implements SystemUnderFaults {
  readonly way = 'kafka';
  readonly links = new Map<string, FaultyLink>();
  readonly notPossible: string[] = [];
  store: FaultyStore;
  breakable: Breakable;
  private readonly folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-faults-'));
  private readonly processes = new Map<string, RestartedProcess>();
  private readonly mail = new MailServer();
  private readonly broker = new KafkaBroker(join(this.folder, 'kafka'), 'kafka:9092');
  private readonly disk = SmallDisk.mount(join(this.folder, 'postgres'));
  private database: DatabaseServer;
  private readonly addresses = new LoopbackAddresses();

  static async start(): Promise<KafkaSystem> {
    const system = new KafkaSystem();
    try {
      await system.begin();
    } catch (error) {
      const told = system.logs().slice(-8_000);
      await system.stop();
      throw new Error(`The system did not start: ${String(error)}\n${told}`, { cause: error });
    }
    return system;
  }

  private async begin(): Promise<void> {
    if (!this.disk) this.notPossible.push('DISK_FULL: a small file system can only be made by root on Linux');
    const identityPort = await freePort();
    this.addresses.identityPort = identityPort;
    const env = { IDENTITY_PORT: String(identityPort), INTAKE_PUBLIC_RATE_PER_MINUTE: '0' };
    const services = new Map(readComposeFile(FILE, env).map((service) => [service.name, service]));
    const password = services.get('postgres')?.environment['POSTGRES_PASSWORD'] ?? '';
    this.database = new DatabaseServer(join(this.folder, 'postgres'), await freePort(), password);
    const [mailPort] = await Promise.all([this.mail.listen(), this.database.start(), this.broker.start()]);
    this.store = new FaultyStore(this.addresses.urlOf('edison'));
    const servers: Record<string, Endpoint> = {
      postgres: { host: '127.0.0.1', port: this.database.port },
      kafka: { host: '127.0.0.1', port: this.broker.port },
      mail: { host: '127.0.0.1', port: mailPort },
      edison: { host: '127.0.0.1', port: await this.store.listen() },
      intake: { host: this.addresses.of('intake'), port: 3001 },
    };
    for (const name of SETUP_WITHOUT_LINKS) await this.runOnce(must(services, name), servers);
    this.launch(must(services, 'identity'), {});
    await untilAllReady([this.url('identity')]);
    for (const name of SERVICES) this.launch(must(services, name), await this.linked(name, servers));
    await this.untilReady();
    this.breakable = {
      processes: [...SERVICES, 'triage', 'dossier-sync', 'notification', 'intake'],
      pausable: ['triage', 'dossier-sync', 'notification', 'intake'],
      clocks: ['triage', 'dossier-sync', 'notification', 'intake'],
      tellers: COUNTED.filter((service) => service !== 'edison'),
      older: Object.keys(UNKNOWN_TO_OLDER),
      links: [...this.links.keys()],
      hasBroker: true,
      hasSmallDisk: this.disk !== undefined,
    };
  }

  /** The names that a service knows lead to links of its own. */
  private async linked(service: string, servers: Record<string, Endpoint>): Promise<Record<string, string>> {
    const wanted: Record<string, number> = { postgres: 5432 };
    if (service !== 'edison') wanted['kafka'] = 9092;
    if (service === 'dossier-sync') wanted['edison'] = 3005;
    if (service === 'notification') wanted['mail'] = 3025;
    if (['triage', 'dossier-sync', 'notification'].includes(service)) wanted['intake'] = 3001;
    const hosts: Record<string, string> = {};
    for (const [name, port] of Object.entries(wanted)) {
      const to = servers[name];
      if (!to) throw new Error(`no server ${name}`);
      const link = new FaultyLink(`${service}→${name}`, to);
      const host = this.addresses.fresh();
      await link.listen({ host, port });
      this.links.set(link.name, link);
      hosts[name] = host;
    }
    if (service === 'notification') await this.linkLookUp(hosts['mail'] ?? '');
    return hosts;
  }

  /** The mail server tells what it took on the port of the web inbox of the file. */
  private async linkLookUp(host: string): Promise<void> {
    const link = new FaultyLink(MAIL_LOOKUP_LINK, { host: '127.0.0.1', port: this.mail.lookUpPort });
    await link.listen({ host, port: MAIL_LOOKUP_PORT });
    this.links.set(link.name, link);
  }

  private async runOnce(service: ComposeService, servers: Record<string, Endpoint>): Promise<void> {
    const direct = await Promise.all(
      [['postgres', 5432] as const, ['kafka', 9092] as const].map(async ([name, port]) => {
        const to = servers[name];
        if (!to) throw new Error(`no server ${name}`);
        const link = new FaultyLink(name, to);
        const host = this.addresses.fresh();
        await link.listen({ host, port });
        return { name, host, link };
      }),
    );
    const hosts = Object.fromEntries(direct.map(({ name, host }) => [name, host]));
    const once = new ComposeProcess(service, { address: this.addresses.fresh(), hosts }, this.folder);
    once.start();
    const code = await once.completion();
    for (const { link } of direct) await link.close();
    if (code !== 0) throw new Error(`${service.name} ended with code ${code}: ${once.output()}`);
  }

  private launch(service: ComposeService, linked: Record<string, string>): void {
    mkdirSync(join(this.folder, 'clocks'), { recursive: true });
    mkdirSync(join(this.folder, 'older'), { recursive: true });
    const environment = {
      ...service.environment,
      NODE_OPTIONS: PRELOADS.map((file) => `--import=${file}`).join(' '),
      CLOCK_SHIFT_FILE: this.clockFile(service.name),
      OLDER_SCHEMA_FILE: this.olderFile(service.name),
      ...SOONER,
    };
    const hosts = { 'identity.localhost': this.addresses.of('identity'), ...linked };
    const network = { address: this.addresses.of(service.name), hosts };
    const running = new RestartedProcess(
      new ComposeProcess({ ...service, environment }, network, this.folder),
    );
    this.processes.set(service.name, running);
    running.start();
  }

  mails(): TakenMail[] {
    return this.mail.mails;
  }

  url(service: Addressed): string {
    return this.addresses.urlOf(service);
  }

  parkedEventsUrls(): string[] {
    return SERVICES.filter((name) => name !== 'edison').map((name) => this.addresses.urlOf(name));
  }

  databaseUrl(service: Counted): string {
    const url = new URL(this.database.adminUrl);
    url.pathname = `/opgroeipunt_${service}`;
    return url.href;
  }

  async killProcess(name: string, awayMs: number): Promise<void> {
    this.process(name).kill(awayMs);
    // Killed over and over while it starts, it would be as good as absent.
    await untilAllReady([this.addresses.urlOf(name)], LONGEST_START_MS).catch(() => undefined);
  }

  pauseProcess(name: string): void {
    this.process(name).process.signal('SIGSTOP');
  }

  resumeProcess(name: string): void {
    this.process(name).process.signal('SIGCONT');
  }

  shiftClock(name: string, seconds: number): void {
    writeFileSync(this.clockFile(name), String(seconds * 1_000));
  }

  runOlderRelease(name: string): Promise<void> {
    writeFileSync(this.olderFile(name), JSON.stringify(UNKNOWN_TO_OLDER[name]));
    return this.killProcess(name, 0);
  }

  runThisRelease(name: string): Promise<void> {
    rmSync(this.olderFile(name), { force: true });
    return this.killProcess(name, 0);
  }

  /** As after a broker that lost what it knew of its producers: records repeated, and in another order. */
  async tellAgain(service: Counted): Promise<void> {
    await this.broker.publish(await toldBefore(this.databaseUrl(service)));
  }

  killBroker(awayMs: number): Promise<void> {
    return this.broker.killAndRestart(awayMs);
  }

  killDatabase(awayMs: number): Promise<void> {
    this.database.kill(awayMs);
    return Promise.resolve();
  }

  killDatabaseSession(): Promise<void> {
    return killOneSession(this.database.adminUrl);
  }

  publishRaw(topic: string, record: RawRecord): Promise<void> {
    return this.broker.publish([{ topic, ...record }]);
  }

  async occupyGroup(group: string): Promise<() => Promise<void>> {
    const service = group.replace(/-crisis$/, '');
    // It cannot be taken from a living member: the service goes, and comes back to a group that is not its own.
    this.pauseProcess(service);
    try {
      return await this.broker.occupyGroup(group, 'opgroeipunt.crisis.v1');
    } finally {
      this.resumeProcess(service);
    }
  }

  fillDisk(): void {
    this.disk?.fill();
  }

  emptyDisk(): void {
    this.disk?.empty();
  }

  untilReady(): Promise<void> {
    return untilAllReady(SERVICES.map((name) => this.addresses.urlOf(name)));
  }

  endedByThemselves(): string[] {
    return [...this.processes.values()].flatMap(({ name, endings }) =>
      endings.map((words) => `${name}: ${words}`),
    );
  }

  logs(): string {
    return [...this.processes.values()].map(({ process }) => process.output()).join('');
  }

  async stop(): Promise<void> {
    this.disk?.empty();
    for (const link of this.links.values()) link.mend();
    await Promise.all([...this.processes.values()].map((running) => running.stop()));
    for (const link of this.links.values()) await link.close();
    await Promise.all([this.store?.close(), this.broker.stop(), this.database?.stop(), this.mail.close()]);
    this.disk?.unmount();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private process(name: string): RestartedProcess {
    const found = this.processes.get(name);
    if (!found) throw new Error(`no process ${name}`);
    return found;
  }

  private olderFile(name: string): string {
    return join(this.folder, 'older', name);
  }

  private clockFile(name: string): string {
    return join(this.folder, 'clocks', name);
  }
}

function must(services: Map<string, ComposeService>, name: string): ComposeService {
  const found = services.get(name);
  if (!found) throw new Error(`docker-compose.yml has no ${name}`);
  return found;
}
