import { InProcessGroup } from './in-process.group.js';
import type {
  AttachedSource,
  ConsumerState,
  IncomingRecord,
  Lane,
  OutgoingRecord,
  RecordSource,
  RunningSubscription,
  Subscription,
  Transport,
} from './transport.js';

/**
 * Hands events straight from the relay to the consumer groups of the same process. One object is shared by all
 * services. Nothing is kept here: outboxes keep what was published, inboxes what was handled.
 */
export class InProcessTransport implements Transport {
  readonly name = 'in-process';
  readonly keepsRecords = false;
  private readonly groups = new Set<InProcessGroup>();
  private readonly sources = new Set<RecordSource>();

  async publish(records: OutgoingRecord[], _lane: Lane): Promise<PromiseSettledResult<void>[]> {
    const incoming = records.map((record) => ({ ...record, position: '-' }));
    const failures = new Map<IncomingRecord, unknown>();
    const byKey = Map.groupBy(incoming, (record) => record.key);
    await Promise.all([...byKey].map(([key, sequence]) => this.deliver(key, sequence, failures)));
    return incoming.map((record) =>
      failures.has(record)
        ? { status: 'rejected', reason: failures.get(record) }
        : { status: 'fulfilled', value: undefined },
    );
  }

  subscribe(subscription: Subscription): RunningSubscription {
    const group = new InProcessGroup(subscription);
    this.groups.add(group);
    for (const source of this.sources) group.catchUp(source);
    return {
      close: async () => {
        this.groups.delete(group);
        await group.close();
      },
      caughtUp: () => group.whenCaughtUp(),
    };
  }

  attach(source: RecordSource): AttachedSource {
    this.sources.add(source);
    for (const group of this.groups) group.catchUp(source);
    return {
      close: async () => {
        this.sources.delete(source);
        for (const group of this.groups) group.forget(source);
      },
    };
  }

  status(): Map<string, ConsumerState> {
    return new Map([...this.groups].map((group) => [group.name, 'RUNNING']));
  }

  async close(): Promise<void> {
    await Promise.all([...this.groups].map((group) => group.close()));
    this.groups.clear();
    this.sources.clear();
  }

  /** Groups do not wait for each other; a record counts as published when every group has handled it. */
  private async deliver(
    key: string,
    sequence: IncomingRecord[],
    failures: Map<IncomingRecord, unknown>,
  ): Promise<void> {
    await Promise.all(
      [...this.groups].map(async (group) => {
        const wanted = sequence.filter((record) => group.wants(record.topic));
        const left = new Set(wanted);
        try {
          if (wanted.length > 0) await group.deliver(key, wanted, (record) => left.delete(record));
        } catch (error) {
          for (const record of left) failures.set(record, error);
        }
      }),
    );
  }
}
