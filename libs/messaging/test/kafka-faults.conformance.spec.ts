import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KafkaTransport } from '#messaging';
import { alarm, event, eventually, nothing, numbersOf } from './conformance/samples.js';
import { AnswerEater } from './fixture/answer-eater.js';
import { KafkaForTests, whyNoKafka } from './fixture/kafka-for-tests.js';
import { kafkaUnderTest } from './fixture/kafka-under-test.js';
import { OlderRecords, recordsIn, RECORDS_A_FILL } from './fixture/older-records.js';
import { setRetention, settingsOf } from './fixture/topic-settings.js';
import { World } from './fixture/world.js';

const absent = whyNoKafka();
const broker = new KafkaForTests();
const kafka = kafkaUnderTest(broker);

if (absent) {
  process.stderr.write(`${absent}\n`);
  it.skip(absent, () => undefined);
} else {
  beforeAll(() => broker.start(), 120_000);
  afterAll(() => broker.stop());

  describe('Kafka itself', () => {
    jest.setTimeout(180_000);
    let world: World;

    beforeEach(() => {
      world = new World(kafka);
    });
    afterEach(() => world.close());

    it('guarantee 8: a broker killed (-9) under load and restarted: nothing is lost, doubled or out of order, liveness and changes go on', async () => {
      const consumer = await world.consumer(nothing);
      const producer = await world.node('producer');
      const keys = Array.from({ length: 10 }, (_, index) => `key-${index}`);
      const change = (n: number): Promise<void> => producer.publish(...keys.map((key) => event(key, n)));
      for (let n = 1; n <= 20; n += 1) await change(n);
      await eventually(async () => expect((await consumer.effects()).length).toBeGreaterThan(20));
      const killed = broker.kill();
      for (let n = 21; n <= 40; n += 1) await change(n);
      await killed;
      for (let n = 41; n <= 50; n += 1) await change(n);
      await consumer.health.live();
      await producer.health.live();
      await broker.start();
      await change(51);
      await eventually(async () => expect(await consumer.effects()).toHaveLength(keys.length * 51));
      const expected = Array.from({ length: 51 }, (_, index) => index + 1);
      for (const key of keys) expect(await numbersOf(consumer, key)).toEqual(expected);
      await consumer.health.live();
    });

    it('guarantee 8: a broker that is away at the start is waited for by producer and consumer', async () => {
      await world.createTopics();
      await broker.kill();
      const consumer = await world.consumer(nothing);
      const producer = await world.node('producer');
      await producer.publish(event('a', 1), alarm('a', 2));
      await eventually(() => expect([...consumer.transport.status().values()]).toContain('BROKER_AWAY'));
      await consumer.health.live();
      await producer.health.live();
      expect(await producer.waiting()).toBe(2);
      await broker.start();
      await eventually(async () => expect(await consumer.effects()).toHaveLength(2));
      await eventually(() =>
        expect([...consumer.transport.status().values()]).toEqual(['RUNNING', 'RUNNING']),
      );
    });

    it('guarantee 8: a topic that does not exist yet is waited for, and holds up no other', async () => {
      const later = new World(kafka, 'TOPICS_LATER');
      try {
        const { things, alarms } = later.topics;
        await kafka.createTopics([alarms]);
        const consumer = await later.consumer(nothing);
        const producer = await later.node('producer');
        await producer.publish(event('a', 1), alarm('a', 2));
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([2]));
        await consumer.health.live();
        await kafka.createTopics([things]);
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([2, 1]));
      } finally {
        await later.close();
      }
    });

    it('guarantee 8: a consumer that the broker will never take is dead, and liveness says so', async () => {
      const other = await world.consumer(nothing);
      // The broker refuses a group without a name, for ever.
      const consumer = await world.consumer(nothing, { service: '' });
      await eventually(() => expect(consumer.transport.status().get('')).toBe('DEAD'));
      await expect(consumer.health.live()).rejects.toThrow('has ended');
      await other.health.live();
    });

    it('guarantee 3: a handler slower than the session keeps its place in the group', async () => {
      const handled: string[] = [];
      const consumer = await world.consumer(async (context) => {
        handled.push(context.id);
        // Longer than the session of 6 s: only heartbeats keep the broker from giving the partition to another.
        if (context.version === 1) await new Promise((resolve) => setTimeout(resolve, 9000));
      });
      const producer = await world.node('producer');
      await producer.publish(event('slow', 1), event('slow', 2));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(2));
      // Handled once each: had the group been lost, the first record would have been offered again.
      expect(handled).toHaveLength(2);
    });

    it('guarantee 2: a producer whose answer is lost though the record was written sends it again: once in effect, in order', async () => {
      const link = await AnswerEater.before(broker.brokers);
      const consumer = await world.consumer(nothing);
      const transport = new KafkaTransport({ brokers: [link.address], clientId: 'behind-link' });
      const producer = await world.node('producer', { transport });
      try {
        await producer.publish(event('a', 1));
        await eventually(async () => expect(await producer.waiting()).toBe(0));
        link.eatAnswers();
        await producer.publish(event('a', 2), event('a', 3));
        // They have arrived, and their outbox does not know.
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]));
        expect(await producer.waiting()).toBe(2);
        link.mend();
        await producer.publish(event('a', 4));
        await eventually(async () => expect(await producer.waiting()).toBe(0));
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3, 4]));
        expect(await recordsIn(broker.brokers, world.topics.things)).toBeGreaterThan(4);
      } finally {
        await world.stopNode(producer);
        await transport.close();
        await link.close();
      }
    });

    it('guarantee 6: topics keep their records for ever, also those that were made otherwise', async () => {
      const { things, alarms } = world.topics;
      await setRetention(broker.brokers, things, '604800000');
      await kafka.createTopics([things, alarms]);
      expect(await settingsOf(broker.brokers, things)).toMatchObject({
        'retention.ms': '-1',
        'max.message.bytes': '2000000',
      });
      expect(await settingsOf(broker.brokers, alarms)).toMatchObject({ 'retention.ms': '-1' });
    });

    it('guarantee 6: a new group passes a million older records, in order, within bounded memory, and then takes new ones', async () => {
      await world.createTopics();
      const { things } = world.topics;
      const producer = await world.node('producer');
      const older = await OlderRecords.of(broker.brokers, things);
      const keys = Array.from({ length: 6 }, (_, index) => `key-${index}`);
      // What is handled lies spread among what nobody handles.
      for (let n = 1; n <= 42; n += 1) {
        await older.fill();
        await producer.publish(...keys.map((key) => event(key, n)));
        await eventually(async () => expect(await producer.waiting()).toBe(0));
      }
      older.close();
      expect(await recordsIn(broker.brokers, things)).toBeGreaterThanOrEqual(42 * RECORDS_A_FILL);

      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
      const consumer = await world.consumer(nothing);
      await producer.publish(...keys.map((key) => event(key, 43)));
      const handled = async () => expect(await consumer.effects()).toHaveLength(keys.length * 43);
      await eventually(handled, 180_000);
      clearInterval(watch);
      const expected = Array.from({ length: 43 }, (_, index) => index + 1);
      for (const key of keys) expect(await numbersOf(consumer, key)).toEqual(expected);
      expect(await consumer.metrics.registry.metrics()).toMatch(
        new RegExp(`outcome="SKIPPED"\\} ${42 * RECORDS_A_FILL}$`, 'm'),
      );
      // A million records held at once take more than a gigabyte.
      expect((most - before) / 2 ** 20).toBeLessThan(700);
    }, 240_000);
  });
}
