import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesOf, portsOf } from '../../system/addresses.js';
import { freePortOffset } from '../../system/free-port-offset.js';
import { FaultyLink } from '../links/faulty-link.js';
import { FaultyStore } from '../links/faulty-store.js';
import { MAIL_LINK, MAIL_LOOKUP_LINK, STORE_LINK, type Breakable } from '../plan/fault.js';
import { killOneSession } from './database-session.js';
import { LocalProcess } from './local-process.js';
import { MailServer } from './mail-server.js';
import { untilAllReady } from './ready.js';
import { SmallDisk } from './small-disk.js';
import { SOONER } from './sooner.js';
import {
  COUNTED,
  type Addressed,
  type Counted,
  type SystemUnderFaults,
  type TakenMail,
} from './system-under-faults.js';
import { tellAgain } from './told-again.js';

const PRELOADS = ['redirected-ports.mjs', 'shifted-clock.mjs'].map(
  (file) => new URL(`../preload/${file}`, import.meta.url).href,
);
const SYSTEM = 'system';
const SMTP = 3025;
const POSTGRES = 3032;

/** The all-in-one local start: killed as a whole; its connections to store, mail server and database by links. */
export class LocalSystemUnderFaults implements SystemUnderFaults {
  readonly way = 'local';
  readonly links = new Map<string, FaultyLink>();
  readonly notPossible = [
    'BROKER_KILLED: events travel inside the process',
    'OLDER_PROGRAM: all services are one program, so of one release',
  ];
  readonly breakable: Breakable;
  readonly store: FaultyStore;
  private readonly folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-faults-'));
  /** Under the whole data folder: database, keys and log. */
  private readonly disk = SmallDisk.mount(join(this.folder, 'data'));
  private readonly addresses;
  private readonly mail = new MailServer();
  private process: LocalProcess;

  private constructor(private readonly offset: number) {
    if (!this.disk) this.notPossible.push('DISK_FULL: a small file system can only be made by root on Linux');
    this.breakable = {
      processes: [SYSTEM],
      pausable: [SYSTEM],
      clocks: [SYSTEM],
      tellers: COUNTED.filter((service) => service !== 'edison'),
      older: [],
      links: [MAIL_LINK, MAIL_LOOKUP_LINK, STORE_LINK, 'system→postgres', 'system→intake'],
      hasBroker: false,
      hasSmallDisk: this.disk !== undefined,
    };
    this.addresses = addressesOf(offset);
    this.store = new FaultyStore(this.addresses.edison);
  }

  static async start(): Promise<LocalSystemUnderFaults> {
    const offset = await freePortOffset();
    const system = new LocalSystemUnderFaults(offset);
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
    const here = (port: number) => ({ host: '127.0.0.1', port });
    const redirected = {
      [SMTP + this.offset]: await this.link(MAIL_LINK, here(await this.mail.listen())),
      [Number(new URL(this.addresses.mail).port)]: await this.link(
        MAIL_LOOKUP_LINK,
        here(this.mail.lookUpPort),
      ),
      [Number(new URL(this.addresses.edison).port)]: await this.link(
        STORE_LINK,
        here(await this.store.listen()),
      ),
      [POSTGRES + this.offset]: await this.link('system→postgres', here(POSTGRES + this.offset)),
      [Number(new URL(this.addresses.intake).port)]: await this.link(
        'system→intake',
        here(Number(new URL(this.addresses.intake).port)),
      ),
    };
    this.process = new LocalProcess({
      NODE_OPTIONS: PRELOADS.map((file) => `--import=${file}`).join(' '),
      REDIRECTED_PORTS: JSON.stringify(redirected),
      CLOCK_SHIFT_FILE: this.clockFile,
      PORT_OFFSET: String(this.offset),
      OPGROEIPUNT_DATA_DIR: join(this.folder, 'data'),
      INTAKE_PUBLIC_RATE_PER_MINUTE: '0',
      KAFKA_BROKERS: '',
      ...SOONER,
    });
    this.process.start();
    await this.untilReady();
  }

  private async link(name: string, to: { host: string; port: number }): Promise<number> {
    const link = new FaultyLink(name, to);
    this.links.set(name, link);
    return link.listen({ host: '127.0.0.1', port: 0 });
  }

  mails(): TakenMail[] {
    return this.mail.mails;
  }

  url(service: Addressed): string {
    return service === 'dossier-sync' ? this.addresses.dossierSync : this.addresses[service];
  }

  parkedEventsUrls(): string[] {
    const { intake, triage, dossierSync, notification } = this.addresses;
    return [intake, triage, dossierSync, notification];
  }

  databaseUrl(service: Counted): string {
    return this.adminUrl(`opgroeipunt_${service}`);
  }

  /** Ends when it is back: killed over and over while it starts, nothing else would ever be tried. */
  async killProcess(_name: string, awayMs: number): Promise<void> {
    this.process.kill(awayMs);
    await this.untilReady().catch(() => undefined);
  }

  pauseProcess(): void {
    this.process.signal('SIGSTOP');
  }

  resumeProcess(): void {
    this.process.signal('SIGCONT');
  }

  shiftClock(_name: string, seconds: number): void {
    writeFileSync(this.clockFile, String(seconds * 1_000));
  }

  runOlderRelease(): Promise<void> {
    throw new Error('the local system is one program');
  }

  runThisRelease(): Promise<void> {
    throw new Error('the local system is one program');
  }

  tellAgain(service: Counted): Promise<void> {
    return tellAgain(this.databaseUrl(service));
  }

  killBroker(): Promise<void> {
    throw new Error('the local system has no broker');
  }

  /** The process starts it again itself, so it decides how soon. */
  killDatabase(): Promise<void> {
    const [pid] = readFileSync(
      join(this.folder, 'data', 'postgres', 'cluster', 'postmaster.pid'),
      'utf8',
    ).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    return Promise.resolve();
  }

  killDatabaseSession(): Promise<void> {
    return killOneSession(this.adminUrl('postgres'));
  }

  publishRaw(): Promise<void> {
    throw new Error('the local system has no broker');
  }

  occupyGroup(): Promise<() => Promise<void>> {
    throw new Error('the local system has no broker');
  }

  fillDisk(): void {
    this.disk?.fill();
  }

  emptyDisk(): void {
    this.disk?.empty();
  }

  untilReady(): Promise<void> {
    const { portal, intake, triage, dossierSync, notification, edison } = this.addresses;
    return untilAllReady([portal, intake, triage, dossierSync, notification, edison]);
  }

  endedByThemselves(): string[] {
    return this.process.endings.map((words) => `system: ${words}`);
  }

  logs(): string {
    const file = join(this.folder, 'data', 'logs', 'opgroeipunt.log');
    const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return `${this.process?.output() ?? ''}${written}`;
  }

  async stop(): Promise<void> {
    this.disk?.empty();
    for (const link of this.links.values()) link.mend();
    await this.process?.stop();
    for (const link of this.links.values()) await link.close();
    await this.store.close();
    await this.mail.close();
    this.disk?.unmount();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private adminUrl(database: string): string {
    const file = join(this.folder, 'data', 'secrets.json');
    const { postgres = '' } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const port = portsOf(this.offset).at(-1);
    return `postgres://postgres:${encodeURIComponent(postgres)}@127.0.0.1:${port}/${database}`;
  }

  private get clockFile(): string {
    return join(this.folder, 'clock');
  }
}
