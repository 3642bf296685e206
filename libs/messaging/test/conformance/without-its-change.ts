import { describe, expect, it } from '@jest/globals';
import { CHANGED } from '../fixture/test-catalogue.js';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

export function noEventWithoutItsChange(the: Setting): void {
  describe('1. no event without its change, no change without its event', () => {
    it('a transaction that is rolled back tells nothing, one that is committed tells all', async () => {
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      const failed = producer.transactions.run(async (manager) => {
        await producer.outbox.publish(manager, event('a', 1));
        throw new Error('change refused');
      });
      await expect(failed).rejects.toThrow('change refused');
      await producer.publish(event('a', 2), event('a', 3));
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([2, 3]));
    });

    it('data that do not fit the schema take the change back too', async () => {
      const producer = await the.world.node('producer');
      const wrong = { type: CHANGED, key: 'a', data: { n: 'not a number' } };
      await expect(producer.publish(event('a', 1), wrong)).rejects.toThrow('/n type');
      await expect(producer.publish({ ...wrong, type: 'test.unknown.v1' })).rejects.toThrow('no event type');
      expect(await producer.waiting()).toBe(0);
    });

    it('an event that is committed after later ones were published is not missed', async () => {
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      const slow = producer.database.createQueryRunner();
      await slow.startTransaction();
      await producer.outbox.publish(slow.manager, event('slow', 1));
      await producer.publish(event('quick', 1));
      await eventually(async () => expect(await numbersOf(consumer, 'quick')).toEqual([1]));
      await slow.commitTransaction();
      await slow.release();
      producer.outbox.wake(producer.outbox.rows([event('slow', 1)]));
      await eventually(async () => expect(await numbersOf(consumer, 'slow')).toEqual([1]));
    });
  });
}
