import { AssignerProtocol, Kafka, logLevel, PartitionAssigners, type PartitionAssigner } from 'kafkajs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { quietIdleConnections } from '../../../libs/messaging/src/transport/kafka/quiet-request-queue.js';
import { waitUntil } from '../../system/wait-until.js';
import { cacheFolder, startKafka, type RunningKafka } from '../../../deploy/kafka/index.js';
import type { TopicRecord } from './system-under-faults.js';

const STARTED_WITHIN_MS = 180_000;
const OCCUPIED_WITHIN_MS = 60_000;

/** Shares partitions out by a protocol that no program of ours speaks. */
const stranger: PartitionAssigner = (config) => ({
  ...PartitionAssigners.roundRobin(config),
  name: 'stranger',
  protocol: ({ topics }) => ({
    name: 'stranger',
    metadata: AssignerProtocol.MemberMetadata.encode({ version: 0, topics, userData: Buffer.alloc(0) }),
  }),
});

/** A broker that can be killed and comes back on the same data. */
export class KafkaBroker {
  private running: RunningKafka | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly advertised: string,
  ) {}

  get port(): number {
    if (!this.running) throw new Error('the broker is away');
    return this.running.port;
  }

  async start(port = 0): Promise<void> {
    const { dataDir, advertised } = this;
    this.running = await startKafka({ port, dataDir, advertised, cacheDir: cacheFolder(process.env) });
  }

  async killAndRestart(awayMs: number): Promise<void> {
    const { port } = this;
    await this.running?.kill();
    await pause(awayMs);
    // On a machine that does much else, a start may take longer than a broker is given for it.
    await waitUntil(() => this.start(port).then(() => true), 'a broker that starts', STARTED_WITHIN_MS);
  }

  /** In the order given, whatever their keys. */
  async publish(records: TopicRecord[]): Promise<void> {
    const producer = this.client().producer();
    await producer.connect();
    try {
      for (const { topic, ...message } of records) await producer.send({ topic, messages: [message] });
    } finally {
      await producer.disconnect();
    }
  }

  /**
   * Takes a consumer group over with a protocol that no program of ours speaks; tries again until no member is left
   * that speaks another.
   * @returns what gives it back
   */
  occupyGroup(groupId: string, topic: string): Promise<() => Promise<void>> {
    return waitUntil(() => this.join(groupId, topic), `a place in ${groupId}`, OCCUPIED_WITHIN_MS, 500);
  }

  private async join(groupId: string, topic: string): Promise<() => Promise<void>> {
    const consumer = this.client().consumer({ groupId, partitionAssigners: [stranger] });
    const joined = new Promise<void>((resolve, reject) => {
      consumer.on('consumer.group_join', () => resolve());
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
    });
    joined.catch(() => undefined); // told below
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({ eachMessage: () => Promise.resolve() });
    await joined;
    return () => consumer.disconnect();
  }

  private client(): Kafka {
    quietIdleConnections();
    return new Kafka({
      brokers: [this.advertised],
      logLevel: logLevel.NOTHING,
      requestTimeout: 5_000,
      retry: { retries: 2 },
      // The advertised name is known to the services alone.
      socketFactory: ({ onConnect }) => connect(this.port, '127.0.0.1', onConnect),
    });
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }
}
