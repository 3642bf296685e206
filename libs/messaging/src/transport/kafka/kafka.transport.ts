import type {
  AttachedSource,
  ConsumerState,
  Lane,
  OutgoingRecord,
  RecordSource,
  RunningSubscription,
  Subscription,
  Transport,
} from '../transport.js';
import { kafkaClient, type KafkaOptions } from './kafka-client.js';
import { KafkaGroup } from './kafka.group.js';
import { KafkaPublisher } from './kafka.publisher.js';

/** Events by way of Apache Kafka. Topics are made by `deploy/kafka/create-topics.ts`, never here. */
export class KafkaTransport implements Transport {
  readonly name = 'kafka';
  readonly keepsRecords = true;
  private readonly publishers: Record<Lane, KafkaPublisher>;
  private readonly groups = new Map<string, KafkaGroup>();

  constructor(private readonly options: KafkaOptions) {
    this.publishers = {
      BULK: new KafkaPublisher(kafkaClient(options)),
      URGENT: new KafkaPublisher(kafkaClient({ ...options, clientId: `${options.clientId}-urgent` })),
    };
  }

  publish(records: OutgoingRecord[], lane: Lane): Promise<PromiseSettledResult<void>[]> {
    return this.publishers[lane].publish(records);
  }

  subscribe(subscription: Subscription): RunningSubscription {
    const clientId = `${this.options.clientId}-${subscription.group}`;
    const group = new KafkaGroup(kafkaClient({ ...this.options, clientId }), subscription);
    this.groups.set(subscription.group, group);
    return {
      close: async () => {
        if (this.groups.get(subscription.group) === group) this.groups.delete(subscription.group);
        await group.close();
      },
      caughtUp: () => group.whenCaughtUp(),
    };
  }

  /** Nothing to note: Kafka keeps the records. */
  attach(_source: RecordSource): AttachedSource {
    return { close: async () => undefined };
  }

  status(): Map<string, ConsumerState> {
    return new Map([...this.groups].map(([name, group]) => [name, group.state]));
  }

  async close(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.close()));
    await Promise.all(Object.values(this.publishers).map((publisher) => publisher.close()));
  }
}
