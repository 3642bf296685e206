import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createTopics, KafkaTransport, type IncomingRecord } from '#messaging';
import { eventually } from '#platform/testing';
import { conformance } from './conformance.js';
import { KafkaForTests, whyNoKafka } from './fixture/kafka-for-tests.js';
import { ALARM, CHANGED } from './fixture/test-catalogue.js';
import { World, type TransportUnderTest } from './fixture/world.js';

const broker = new KafkaForTests();
const client = (): Kafka =>
  new Kafka({ brokers: broker.brokers, clientId: 'test', logLevel: logLevel.NOTHING });

/** Reads a whole topic as a consumer of its own would. */
async function recordsOf(topic: string, expected: number): Promise<Pick<IncomingRecord, 'headers'>[]> {
  const consumer = client().consumer({ groupId: `reader-of-${topic}` });
  const found: Pick<IncomingRecord, 'headers'>[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
      found.push({ headers: Object.fromEntries(headers) });
    },
  });
  try {
    await eventually(() => expect(found.length).toBeGreaterThanOrEqual(expected));
  } finally {
    await consumer.disconnect();
  }
  return found;
}

const kafka: TransportUnderTest = {
  name: 'Kafka transport',
  // One broker serves the whole file.
  start: async () => undefined,
  stop: async () => undefined,
  connect: () => new KafkaTransport({ brokers: broker.brokers, clientId: 'conformance' }),
  createTopics: async (topics) => {
    const layout = { partitions: 3, replicationFactor: 1 };
    await createTopics({ brokers: broker.brokers, clientId: 'conformance' }, topics, layout);
  },
  deadLetters: (_consumer, topic) => recordsOf(`${topic}.dlt`, 1),
  put: async (record) => {
    const producer = client().producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const { topic, ...message } = record;
    await producer.send({ topic, messages: [message] });
    await producer.disconnect();
  },
};

const absent = whyNoKafka();

if (absent) {
  process.stderr.write(`${absent}\n`);
  it.skip(absent, () => undefined);
} else {
  beforeAll(() => broker.start(), 120_000);
  afterAll(() => broker.stop());

  conformance(kafka);
  describe('Kafka itself', () => {
    jest.setTimeout(90_000);
    const event = (key: string, n: number) => ({ type: CHANGED, key, data: { n } });
    let world: World;

    beforeEach(() => {
      world = new World(kafka);
    });
    afterEach(() => world.close());

    it('kill -9 of the broker and its return lose nothing, double nothing, and fail neither liveness nor a change', async () => {
      await world.createTopics();
      const consumer = await world.consumer(async () => undefined);
      const producer = await world.node('producer');
      await producer.publish(event('a', 1));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(1));
      await broker.kill();
      await producer.publish(event('a', 2), event('b', 1));
      await producer.publish(event('a', 3));
      await consumer.health.live();
      await producer.health.live();
      await broker.start();
      await producer.publish(event('a', 4));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(5), 45_000);
      const own = (await consumer.effects()).filter((effect) => effect.key === 'a');
      expect(own.map((effect) => effect.n)).toEqual([1, 2, 3, 4]);
      await consumer.health.live();
    });

    it('a topic that does not exist yet is waited for, and holds up no other', async () => {
      const { things, alarms } = world.topics;
      await kafka.createTopics([alarms]);
      const consumer = await world.consumer(async () => undefined);
      const producer = await world.node('producer');
      await producer.publish(event('a', 1), { type: ALARM, key: 'a', data: { n: 2 } });
      await eventually(async () => expect((await consumer.effects()).map((effect) => effect.n)).toEqual([2]));
      await consumer.health.live();
      await kafka.createTopics([things]);
      await eventually(async () => expect(await consumer.effects()).toHaveLength(2), 30_000);
    });

    it('a handler slower than the session keeps its place in the group', async () => {
      await world.createTopics();
      const joined: string[] = [];
      const consumer = await world.consumer(async (context) => {
        joined.push(context.id);
        // Longer than the session of 6 s: only heartbeats keep the broker from giving the partition to another.
        if (context.version === 1) await new Promise((resolve) => setTimeout(resolve, 9000));
      });
      const producer = await world.node('producer');
      await producer.publish(event('slow', 1), event('slow', 2));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(2), 60_000);
      // Handled once each: had the group been lost, the first record would have been offered again.
      expect(joined).toHaveLength(2);
    });

    it('a consumer that the broker will never take is dead, and liveness says so', async () => {
      const transport = world.connect();
      const progress = { load: async () => new Map<string, Date>(), save: async () => undefined };
      await world.createTopics();
      const handle = async (): Promise<void> => undefined;
      transport.subscribe({ group: '', topics: [world.topics.things], concurrency: 1, handle, progress });
      await eventually(() => expect(transport.status().get('')).toBe('DEAD'));
    });
  });
}
