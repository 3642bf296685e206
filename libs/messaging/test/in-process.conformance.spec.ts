import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InProcessTransport } from '#messaging';
import { eventually } from '#platform/testing';
import { conformance } from './conformance/suite.js';
import { CHANGED } from './fixture/test-catalogue.js';
import { World, type TransportUnderTest } from './fixture/world.js';

let hub = new InProcessTransport();

const inProcess: TransportUnderTest = {
  name: 'in-process transport',
  start: async () => {
    hub = new InProcessTransport();
  },
  stop: () => hub.close(),
  connect: () => hub,
  createTopics: async () => undefined,
  deadLetters: (consumer, topic) =>
    consumer.database.query('SELECT key, reason FROM messaging_dead_letter WHERE topic = $1', [topic]),
  remote: { file: new URL('./fixture/in-process.connection.ts', import.meta.url), settings: () => [] },
  put: async (record) => {
    const [result] = await hub.publish([record], 'BULK');
    if (result?.status === 'rejected') throw result.reason;
  },
};

conformance(inProcess);

describe('the in-process transport itself', () => {
  jest.setTimeout(120_000);
  const event = (key: string, n: number) => ({ type: CHANGED, key, data: { n } });
  let world: World;
  beforeEach(() => {
    world = new World(inProcess);
  });
  afterEach(() => world.close());

  it('keeps the order of an aggregate that is written to while a new group reads what it missed', async () => {
    const producer = await world.node('producer');
    const late = producer.database.createQueryRunner();
    await late.startTransaction();
    await producer.outbox.publish(late.manager, event('late', 1));
    await producer.publish(...Array.from({ length: 501 }, (_, n) => event(`bulk-${n}`, n)));
    await eventually(async () => expect(await producer.waiting()).toBe(0));
    const reading = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const consumer = await world.consumer(async () => {
      reading.resolve();
      await goOn.promise;
    });
    await reading.promise;
    await late.commitTransaction();
    await late.release();
    await producer.publish(event('late', 2));
    goOn.resolve();
    await eventually(async () => expect(await consumer.effects()).toHaveLength(503), 30_000);
    const own = (await consumer.effects()).filter((effect) => effect.key === 'late');
    expect(own.map((effect) => effect.n)).toEqual([1, 2]);
  });

  it('holds no connection of a source while a group handles what it missed of it', async () => {
    const producer = await world.node('producer');
    await producer.publish(...Array.from({ length: 501 }, (_, n) => event(`bulk-${n}`, n)));
    await eventually(async () => expect(await producer.waiting()).toBe(0));
    const reading = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const consumer = await world.consumer(async () => {
      reading.resolve();
      await goOn.promise;
    });
    await reading.promise;
    // Statements of the relay come and go; what is held for the group stays until it goes on.
    await eventually(async () =>
      expect(
        await producer.database.query<object[]>(
          `SELECT pid FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
        ),
      ).toEqual([]),
    );
    goOn.resolve();
    await eventually(async () => expect(await consumer.effects()).toHaveLength(501), 30_000);
  });
});
