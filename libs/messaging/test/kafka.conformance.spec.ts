import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createTopics, KafkaTransport, type IncomingRecord } from '#messaging';
import { eventually } from '#platform/testing';
import { conformance } from './conformance.js';
import { KafkaForTests, whyNoKafka } from './fixture/kafka-for-tests.js';
import { CHANGED } from './fixture/test-catalogue.js';
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
  start: () => broker.start(),
  stop: () => broker.stop(),
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
  conformance(kafka);
  describe('Kafka itself', () => {
    jest.setTimeout(90_000);
    const event = (key: string, n: number) => ({ type: CHANGED, key, data: { n } });
    let world: World;

    const open = async (): Promise<World> => {
      await broker.start();
      return new World(kafka);
    };
    afterEach(async () => {
      await world.close();
      await broker.stop();
    });

    it('kill -9 of the broker and its return lose nothing, double nothing, and fail neither liveness nor a change', async () => {
      world = await open();
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
  });
}
