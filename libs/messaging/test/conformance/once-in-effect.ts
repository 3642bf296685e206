import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, headers, nothing, numbersOf } from './samples.js';

export function onceInEffect(the: Setting): void {
  describe('2. at least once to the broker, once in effect', () => {
    it('a record that comes twice has its effect once', async () => {
      const consumer = await the.world.consumer(nothing);
      const record = {
        topic: the.world.topics.things,
        key: 'a',
        value: Buffer.from('{"n":1}'),
        headers: headers('id-1'),
      };
      await the.world.underTest.put(record);
      await the.world.underTest.put(record);
      await the.world.underTest.put({ ...record, headers: headers('id-2'), value: Buffer.from('{"n":2}') });
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
    });

    it('a consumer that fails between effect and commit has its effect once, when tried again', async () => {
      let failures = 1;
      const consumer = await the.world.consumer(async () => {
        if (failures-- > 0) throw new Error('fails after the effect');
      });
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1));
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
      expect(await consumer.parked.list({ limit: 10 })).toEqual({ items: [], nextCursor: null });
    });

    it('a consumer process killed (-9) between effect and commit has its effect once, in the next process', async () => {
      const killed = await the.world.process('HANG_BETWEEN_EFFECT_AND_COMMIT');
      await killed.kill();
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 3));
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]));
      expect((await consumer.parked.list({ limit: 10 })).items).toEqual([]);
    });

    it('a relay process killed (-9) between publishing and marking is taken over: published again, once in effect', async () => {
      const consumer = await the.world.consumer(nothing);
      const killed = await the.world.process('HANG_BETWEEN_BROKER_AND_OUTBOX');
      await killed.kill();
      const next = await the.world.node('producer');
      expect(await next.waiting()).toBe(2);
      await next.publish(event('a', 3));
      await eventually(async () => expect(await next.waiting()).toBe(0));
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]));
    });
  });
}
