import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '#platform/testing';
import { ALARM, CHANGED } from './fixture/test-catalogue.js';
import { stalledAfterPublish } from './fixture/stalled-transport.js';
import type { TestNode } from './fixture/test-node.js';
import { World, type TransportUnderTest } from './fixture/world.js';

const event = (key: string, n: number) => ({ type: CHANGED, key, data: { n } });
const alarm = (key: string, n: number) => ({ type: ALARM, key, data: { n } });
const nothing = async (): Promise<void> => undefined;

const headers = (id: string, over: Record<string, string> = {}): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: '/elsewhere',
  ce_type: CHANGED,
  ce_time: '2026-01-02T03:04:05Z',
  ce_sequence: '1',
  'content-type': 'application/json',
  ...over,
});

const numbersOf = async (node: TestNode, key: string): Promise<number[]> =>
  (await node.effects()).filter((effect) => effect.key === key).map((effect) => effect.n);

/** The guarantees of README.md, by name. Every transport passes all of them. */
export function conformance(underTest: TransportUnderTest): void {
  describe(`messaging over the ${underTest.name}`, () => {
    jest.setTimeout(60_000);
    let world: World;

    beforeAll(() => underTest.start());
    afterAll(() => underTest.stop());
    beforeEach(async () => {
      world = new World(underTest);
      await world.createTopics();
    });
    afterEach(() => world.close());

    describe('1. no event without its change, no change without its event', () => {
      it('a transaction that is rolled back tells nothing, one that is committed tells all', async () => {
        const consumer = await world.consumer(nothing);
        const producer = await world.node('producer');
        const failed = producer.transactions.run(async (manager) => {
          await producer.outbox.publish(manager, event('a', 1));
          throw new Error('change refused');
        });
        await expect(failed).rejects.toThrow('change refused');
        await producer.publish(event('a', 2), event('a', 3));
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([2, 3]));
      });

      it('data that do not fit the schema take the change back too', async () => {
        const producer = await world.node('producer');
        const wrong = { type: CHANGED, key: 'a', data: { n: 'not a number' } };
        await expect(producer.publish(event('a', 1), wrong)).rejects.toThrow('/n type');
        await expect(producer.publish({ ...wrong, type: 'test.unknown.v1' })).rejects.toThrow(
          'no event type',
        );
        expect(await producer.waiting()).toBe(0);
      });

      it('an event that is committed after later ones were published is not missed', async () => {
        const consumer = await world.consumer(nothing);
        const producer = await world.node('producer');
        const slow = producer.database.createQueryRunner();
        await slow.startTransaction();
        await producer.outbox.publish(slow.manager, event('slow', 1));
        await producer.publish(event('quick', 1));
        await eventually(async () => expect(await numbersOf(consumer, 'quick')).toEqual([1]));
        await slow.commitTransaction();
        await slow.release();
        producer.outbox.wake();
        await eventually(async () => expect(await numbersOf(consumer, 'slow')).toEqual([1]));
      });
    });

    describe('2. at least once to the broker, once in effect', () => {
      it('a record that comes twice has its effect once', async () => {
        const consumer = await world.consumer(nothing);
        const record = {
          topic: world.topics.things,
          key: 'a',
          value: Buffer.from('{"n":1}'),
          headers: headers('id-1'),
        };
        await underTest.put(record);
        await underTest.put(record);
        await underTest.put({ ...record, headers: headers('id-2'), value: Buffer.from('{"n":2}') });
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
      });

      it('a consumer that fails between effect and commit has its effect once, when tried again', async () => {
        let failures = 1;
        const consumer = await world.consumer(async () => {
          if (failures-- > 0) throw new Error('fails after the effect');
        });
        const producer = await world.node('producer');
        await producer.publish(event('a', 1));
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
        expect(await consumer.parked.list({ limit: 10 })).toEqual({ items: [], nextCursor: null });
      });

      it('a relay that is killed between publishing and marking is taken over within seconds', async () => {
        const consumer = await world.consumer(nothing);
        const killed = stalledAfterPublish(world.connect());
        world.beforeClosing(killed.letGo);
        const first = await world.node('producer', { transport: killed.transport });
        await first.publish(event('a', 1), event('a', 2));
        await killed.published;
        // Its process is gone, so it renews no lease either.
        await first.database.destroy();
        const second = await world.node('producer');
        await second.publish(event('a', 3));
        await eventually(async () => expect(await second.waiting()).toBe(0));
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]));
      });
    });

    describe('3. order per aggregate', () => {
      it('holds with two relays and two writers at once', async () => {
        const consumer = await world.consumer(nothing);
        const relays = [await world.node('producer'), await world.node('producer')];
        const keys = Array.from({ length: 12 }, (_, index) => `key-${index}`);
        for (let n = 1; n <= 15; n += 1) {
          await Promise.all(
            keys.map(async (key, index) => {
              await relays[(n + index) % 2]?.publish(event(key, n));
            }),
          );
        }
        await eventually(async () => expect(await consumer.effects()).toHaveLength(12 * 15));
        const expected = Array.from({ length: 15 }, (_, index) => index + 1);
        const effects = await consumer.effects();
        for (const key of keys) {
          const own = effects.filter((effect) => effect.key === key);
          expect(own.map((effect) => effect.n)).toEqual(expected);
          expect(own.map((effect) => effect.version)).toEqual(expected);
        }
      });

      it('holds when one transaction publishes several events of several aggregates', async () => {
        const consumer = await world.consumer(nothing);
        const producer = await world.node('producer');
        await producer.publish(event('a', 1), event('b', 1), event('a', 2), event('b', 2), event('a', 3));
        await eventually(async () => expect(await consumer.effects()).toHaveLength(5));
        expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]);
        expect(await numbersOf(consumer, 'b')).toEqual([1, 2]);
      });
    });

    describe('4. a failing event blocks only its own aggregate', () => {
      it('parks it, later ones of its aggregate wait behind it, others go on, and a replay sets it right', async () => {
        let healed = false;
        const consumer = await world.consumer(async (context) => {
          if (context.key === 'poison' && !healed) throw new Error('cannot handle "Voorbeeld Ouder"');
        });
        const producer = await world.node('producer');
        await producer.publish(event('poison', 1), event('good', 1), event('poison', 2), event('good', 2));
        await producer.publish(event('poison', 3), event('good', 3));
        await eventually(async () => expect(await numbersOf(consumer, 'good')).toEqual([1, 2, 3]));
        const { items } = await eventually(async () => {
          const page = await consumer.parked.list({ limit: 10 });
          expect(page.items).toHaveLength(3);
          return page;
        });
        expect(items.map((item) => item.state)).toEqual(['RETRYING', 'WAITING', 'WAITING']);
        expect(items[0]).toMatchObject({
          key: 'poison',
          owner: `consumer-${world.id}`,
          reason: 'Error: cannot handle ‹…›',
        });
        await eventually(async () => {
          const [first] = (await consumer.parked.list({ limit: 1 })).items;
          expect(first?.attempts).toBeGreaterThan(2);
        });
        healed = true;
        expect(await consumer.parked.replay(items[2]?.id ?? '')).toBe(true);
        await eventually(async () => expect(await numbersOf(consumer, 'poison')).toEqual([1, 2, 3]));
        expect((await consumer.parked.list({ limit: 10 })).items).toEqual([]);
        expect(await consumer.parked.replay(items[0]?.id ?? '')).toBe(false);
      });

      it('parks what does not fit the schema, with the place and the rule as reason', async () => {
        const consumer = await world.consumer(nothing);
        const value = Buffer.from('{"n":1,"name":"Voorbeeld Ouder"}');
        await underTest.put({ topic: world.topics.things, key: 'a', value, headers: headers('id-1') });
        await eventually(async () => {
          const [item] = (await consumer.parked.list({ limit: 10 })).items;
          expect(item?.reason).toContain('EventSchemaError');
          expect(item?.reason).toContain('/ additionalProperties');
          expect(item?.reason).not.toContain('Voorbeeld');
        });
        expect(await consumer.effects()).toEqual([]);
      });

      it('puts what cannot be decoded with the dead letters and goes on', async () => {
        const consumer = await world.consumer(nothing);
        const { things } = world.topics;
        const good = Buffer.from('{"n":1}');
        const { ce_type: _left, ...withoutType } = headers('id-2');
        await underTest.put({ topic: things, key: 'a', value: null, headers: headers('id-1') });
        await underTest.put({ topic: things, key: 'a', value: good, headers: withoutType });
        await underTest.put({
          topic: things,
          key: 'a',
          value: Buffer.from('{"n":'),
          headers: headers('id-3'),
        });
        await underTest.put({ topic: things, key: 'a', value: good, headers: {} });
        await underTest.put({ topic: things, key: 'a', value: good, headers: headers('id-4') });
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
        expect(await underTest.deadLetters(consumer, things)).toHaveLength(4);
        expect((await consumer.parked.list({ limit: 10 })).items).toEqual([]);
      });

      it('skips and counts types that nobody here handles', async () => {
        const consumer = await world.consumer(nothing);
        const value = Buffer.from('{"whatever":true}');
        const record = { topic: world.topics.things, key: 'a', value };
        await underTest.put({ ...record, headers: headers('id-1', { ce_type: 'test.later.version.v9' }) });
        await underTest.put({ ...record, headers: headers('id-2'), value: Buffer.from('{"n":1}') });
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
        expect(await consumer.metrics.registry.metrics()).toMatch(
          /messaging_events_consumed_total\{.*outcome="SKIPPED"\} 1/,
        );
      });

      it('reads header names in whatever case they come', async () => {
        const consumer = await world.consumer(nothing);
        const upper = Object.fromEntries(
          Object.entries(headers('id-1')).map(([name, text]) => [name.toUpperCase(), text]),
        );
        await underTest.put({
          topic: world.topics.things,
          key: 'a',
          value: Buffer.from('{"n":7}'),
          headers: upper,
        });
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([7]));
      });
    });

    describe('5. urgent does not wait behind bulk', () => {
      it('an alarm is handled while every bulk handler is busy', async () => {
        const gate = Promise.withResolvers<void>();
        world.beforeClosing(gate.resolve);
        const consumer = await world.consumer(async (context) => {
          if (context.type === CHANGED) await gate.promise;
        });
        const producer = await world.node('producer');
        await producer.publish(...Array.from({ length: 40 }, (_, index) => event(`bulk-${index}`, index)));
        await producer.publish(alarm('crisis', 1));
        await eventually(async () => expect(await numbersOf(consumer, 'crisis')).toEqual([1]));
        expect(await consumer.effects()).toHaveLength(1);
        gate.resolve();
        await eventually(async () => expect(await consumer.effects()).toHaveLength(41));
      });
    });

    describe('6. replay is safe', () => {
      it('a new group starts with the first event there is, in order', async () => {
        const producer = await world.node('producer');
        await producer.publish(event('a', 1), event('b', 1), event('a', 2));
        await eventually(async () => expect(await producer.waiting()).toBe(0));
        const consumer = await world.consumer(nothing);
        await producer.publish(event('a', 3));
        await eventually(async () => expect(await consumer.effects()).toHaveLength(4));
        expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]);
      });

      it('a group that was away goes on where it was, and nothing has its effect twice', async () => {
        const producer = await world.node('producer');
        const before = await world.consumer(nothing);
        await producer.publish(event('a', 1));
        await eventually(async () => expect(await numbersOf(before, 'a')).toEqual([1]));
        await world.stopNode(before);
        await producer.publish(event('a', 2));
        await eventually(async () => expect(await producer.waiting()).toBe(0));
        const after = await world.consumer(nothing);
        await producer.publish(event('a', 3));
        await eventually(async () => expect(await numbersOf(after, 'a')).toEqual([1, 2, 3]));
      });
    });

    describe('7. claimed work has a lease', () => {
      it('events leased by a relay that is gone are published when the lease has ended', async () => {
        const consumer = await world.consumer(nothing);
        const producer = await world.node('producer');
        // A group that still reads the history of a new producer gets waiting events from there, leased or not.
        await producer.publish(event('c', 1));
        await eventually(async () => expect(await numbersOf(consumer, 'c')).toEqual([1]));
        await producer.transactions.run(async (manager) => {
          await manager.query(
            `INSERT INTO messaging_relay_lease (key, urgent, owner, leased_until)
             VALUES ('a', false, gen_random_uuid(), now() + interval '1 hour')`,
          );
          await producer.outbox.publish(manager, event('a', 1), event('b', 1));
        });
        await eventually(async () => expect(await numbersOf(consumer, 'b')).toEqual([1]));
        expect(await numbersOf(consumer, 'a')).toEqual([]);
        await producer.transactions.run((manager) =>
          manager.query('UPDATE messaging_relay_lease SET leased_until = now()'),
        );
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
      });
    });

    describe('8. what is away and what is dead', () => {
      it('a consumer whose database fails keeps its events and lives on', async () => {
        const consumer = await world.consumer(nothing);
        const producer = await world.node('producer');
        await consumer.database.query('ALTER TABLE messaging_inbox RENAME TO inbox_away');
        await consumer.database.query('ALTER TABLE messaging_parked RENAME TO parked_away');
        await producer.publish(event('a', 1), event('a', 2));
        await consumer.health.live();
        await consumer.database.query('ALTER TABLE parked_away RENAME TO messaging_parked');
        await consumer.database.query('ALTER TABLE inbox_away RENAME TO messaging_inbox');
        await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
        await consumer.health.live();
      });
    });
  });
}
