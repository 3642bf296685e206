import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { POISON, SharingController } from '../fixture/sharing.controller.js';
import type { Setting } from './setting.js';
import { event, eventually, headers, numbersOf } from './samples.js';

export function blocksOnlyItsOwnAggregate(the: Setting): void {
  describe('4. a failing event blocks only its own aggregate', () => {
    it('parks it, later ones of its aggregate wait behind it, others go on, and a replay sets it right', async () => {
      let healed = false;
      const consumer = await the.world.consumer(async (context) => {
        if (context.key === 'poison' && !healed) throw new Error('cannot handle "Voorbeeld Ouder"');
      });
      const producer = await the.world.node('producer');
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
        owner: `consumer-${the.world.id}`,
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

    it('does so too when a batch writes its effects by one statement', async () => {
      SharingController.sizes.length = 0;
      const consumer = await the.world.node('consumer', {
        controllers: [SharingController],
        handlers: 'SIDE_BY_SIDE',
      });
      const producer = await the.world.node('producer');
      const keys = Array.from({ length: 20 }, (_, place) => `good-${place}`);
      await producer.publish(
        ...keys.map((key) => event(key, 1)),
        event('poison', POISON),
        event('poison', POISON + 1),
        ...keys.map((key) => event(key, 2)),
      );
      for (const key of keys) {
        await eventually(async () => expect(await numbersOf(consumer, key)).toEqual([1, 2]));
      }
      const { items } = await eventually(async () => {
        const page = await consumer.parked.list({ limit: 10 });
        expect(page.items).toHaveLength(2);
        return page;
      });
      expect(items.map(({ key, state }) => [key, state])).toEqual([
        ['poison', 'RETRYING'],
        ['poison', 'WAITING'],
      ]);
      expect(items[0]?.reason).toContain('22012'); // division_by_zero
      const [parked] = await consumer.database.query<[{ count: number }]>(
        'SELECT count(*)::int FROM messaging_parked',
      );
      expect(parked.count).toBe(2); // the others were never parked, not even for a moment
      expect(Math.max(...SharingController.sizes)).toBeGreaterThan(1);
    });

    it('shows a parked event in list, figures and log, which alerts can stand on', async () => {
      const lines: string[] = [];
      const consumer = await the.world.consumer(() => Promise.reject(new Error('cannot')));
      const producer = await the.world.node('producer');
      const listen = (line: unknown): number => lines.push(String(line));
      Logger.overrideLogger({ log: listen, warn: listen, error: listen });
      try {
        await producer.publish(event('a', 1));
        const [item] = await eventually(async () => {
          const { items } = await consumer.parked.list({ limit: 10 });
          expect(items[0]?.attempts).toBeGreaterThan(1);
          return items;
        });
        expect(item).toMatchObject({ owner: `consumer-${the.world.id}`, reason: 'Error: cannot', key: 'a' });
        expect(item?.ageSeconds).toBeGreaterThanOrEqual(0);
        expect(item?.nextTryAt).toBeInstanceOf(Date);
        const parked = `consumer-${the.world.id} parked test.thing.changed.v1 ${item?.eventId}: Error: cannot`;
        const kept = new RegExp(
          `keeps test.thing.changed.v1 ${item?.eventId} parked after \\d+ tries: Error: cannot`,
        );
        await eventually(() => {
          expect(lines).toContain(parked);
          expect(lines.some((line) => kept.test(line))).toBe(true);
        });
      } finally {
        Logger.overrideLogger(false);
      }
      const figures = await consumer.metrics.registry.metrics();
      expect(figures).toMatch(/^messaging_parked_events 1$/m);
      expect(figures).toMatch(/^messaging_parked_oldest_seconds \d/m);
      expect(figures).toMatch(/^messaging_events_consumed_total\{.*outcome="PARKED"\} 1$/m);
    });

    it('counts it once, also when it comes again', async () => {
      const consumer = await the.world.consumer(() => Promise.reject(new Error('cannot')));
      const record = {
        topic: the.world.topics.things,
        key: 'a',
        value: Buffer.from('{"n":1}'),
        headers: headers('id-1'),
      };
      await the.world.underTest.put(record);
      await the.world.underTest.put(record);
      await eventually(async () => {
        const figures = await consumer.metrics.registry.metrics();
        expect(figures).toMatch(/^messaging_events_consumed_total\{.*outcome="PARKED"\} 1$/m);
        expect(figures).toMatch(/^messaging_events_consumed_total\{.*outcome="DUPLICATE"\} 1$/m);
      });
      expect((await consumer.parked.list({ limit: 10 })).items).toHaveLength(1);
    });
  });
}
