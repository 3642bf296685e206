import type { FaultyLink } from '../links/faulty-link.js';
import type { FaultyStore } from '../links/faulty-store.js';
import type { Breakable, Way } from '../plan/fault.js';

/** Services whose databases and audit logs are counted. */
export const COUNTED = ['intake', 'triage', 'dossier_sync', 'notification', 'edison'] as const;
export type Counted = (typeof COUNTED)[number];

/** Parts that are asked from outside. */
export type Addressed = 'intake' | 'triage' | 'dossier-sync' | 'notification' | 'identity';

/** A mail as the mail server took it. */
export interface TakenMail {
  to: string;
  subject: string;
  messageId: string;
}

/** A record as it stands on a topic. */
export interface RawRecord {
  key: string;
  value: string;
  headers: Record<string, string>;
}

/** Such a record with its topic. */
export interface TopicRecord extends RawRecord {
  topic: string;
}

/** The running system with everything that can be done to it. */
export interface SystemUnderFaults {
  way: Way;
  breakable: Breakable;
  /** What cannot be broken on this machine, and why. */
  notPossible: string[];
  links: Map<string, FaultyLink>;
  store: FaultyStore;
  /** Every mail that was ever taken. */
  mails(): TakenMail[];
  /** Base URL of a service, past all links. */
  url(service: Addressed): string;
  parkedEventsUrls(): string[];
  /** Connection of the superuser with the database of a service, past all links. */
  databaseUrl(service: Counted): string;
  /** Kills it at once; it comes back after the time. Ends when it is ready again, or takes very long for that. */
  killProcess(name: string, awayMs: number): Promise<void>;
  pauseProcess(name: string): void;
  resumeProcess(name: string): void;
  shiftClock(name: string, seconds: number): void;
  /** Starts a service again as an older release, that does not know what an event looks like by now. */
  runOlderRelease(name: string): Promise<void>;
  /** Starts it again as it is now. */
  runThisRelease(name: string): Promise<void>;
  /** Puts events of a service on their topics again, old ones after newer ones. */
  tellAgain(service: Counted): Promise<void>;
  killBroker(awayMs: number): Promise<void>;
  /** Kills the server; it comes back on the same data. */
  killDatabase(awayMs: number): Promise<void>;
  /** Kills one session's process, whereupon the server drops all sessions and recovers. */
  killDatabaseSession(): Promise<void>;
  /** Puts a record on a topic that none of our programs would. @throws Error where there is no broker */
  publishRaw(topic: string, record: RawRecord): Promise<void>;
  /**
   * Takes a consumer group over, as a stranger with its name would.
   * @returns what gives it back
   * @throws Error where there is no broker
   */
  occupyGroup(group: string): Promise<() => Promise<void>>;
  fillDisk(): void;
  emptyDisk(): void;
  /** Waits until everything runs and says that it is ready. */
  untilReady(): Promise<void>;
  /** Processes that ended without having been killed and were started again, with their last words. */
  endedByThemselves(): string[];
  /** All that the processes wrote to their logs. */
  logs(): string;
  stop(): Promise<void>;
}
