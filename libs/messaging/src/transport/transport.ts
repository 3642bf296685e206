/** What goes to the broker: one CloudEvent in binary mode. */
export interface OutgoingRecord {
  topic: string;
  /** Aggregate id; records with the same key keep their order. */
  key: string;
  /** Null only for a dead letter whose origin had no value. */
  value: Buffer | null;
  headers: Record<string, string>;
}

/** What comes from the broker, undecoded. Header names are in lower case. */
export interface IncomingRecord {
  topic: string;
  key: string | null;
  value: Buffer | null;
  headers: Record<string, string>;
  /** Place in the broker, for dead letters and logs: `partition:offset`, or `-` where there is none. */
  position: string;
}

/**
 * How far a group has come with the records of a source, kept by the consuming service.
 * Only a transport that keeps no records itself uses it.
 */
export interface SubscriptionProgress {
  /** Per topic: everything published before this time has been handled. A topic that is absent is new. */
  load(source: string): Promise<Map<string, Date>>;
  save(source: string, topics: string[], handledUntil: Date): Promise<void>;
}

export interface Subscription {
  group: string;
  topics: string[];
  /** How many keys are handled at the same time. */
  concurrency: number;
  /**
   * Handles one record durably (done, parked or dead-lettered) before it resolves. A rejection means
   * "could not even be parked" (database away): the transport offers the same record again later.
   */
  handle(record: IncomingRecord): Promise<void>;
  progress: SubscriptionProgress;
}

export interface RunningSubscription {
  /** Stops taking records and waits for those in hand. */
  close(): Promise<void>;
  /**
   * Resolves when the group has handled every record that there was when this was asked, however long the broker is
   * away. Rejects when it is closed before that.
   */
  caughtUp(): Promise<void>;
}

/** A source that can be read again until it is closed. */
export interface AttachedSource {
  close(): Promise<void>;
}

/** The outbox of a service, read again by transports that keep no records (see `Transport.keepsRecords`). */
export interface RecordSource {
  name: string;
  /** Records of these topics that were published at or after the given time, or never, oldest first. */
  history(since: Map<string, Date | null>): AsyncIterable<IncomingRecord[]>;
}

/** Events of the urgent lane have their own relay loop, connections and consumer groups. */
export type Lane = 'BULK' | 'URGENT';

export type ConsumerState = 'STARTING' | 'RUNNING' | 'BROKER_AWAY' | 'DEAD';

/** The way events travel between services. To add one: implement this and pass the conformance suite. */
export interface Transport {
  readonly name: string;
  /** True when the broker itself keeps records, so that a new group can read them from the beginning. */
  readonly keepsRecords: boolean;
  /**
   * Hands records over in the given order and resolves, one result a record, when each is durable:
   * accepted by all in-sync replicas, or handled by every group. A rejected result of one key is followed
   * by rejected results for the later records of that key.
   */
  publish(records: OutgoingRecord[], lane: Lane): Promise<PromiseSettledResult<void>[]>;
  /** Starts a consumer group. Does not wait for the broker, and does not fail when it is away. */
  subscribe(subscription: Subscription): RunningSubscription;
  /** Tells where the records of a service can be read again, until it is closed. Has no effect when `keepsRecords`. */
  attach(source: RecordSource): AttachedSource;
  /** State of each group of this process, for liveness. */
  status(): Map<string, ConsumerState>;
  close(): Promise<void>;
}
