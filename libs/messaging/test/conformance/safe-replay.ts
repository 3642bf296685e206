import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

export function safeReplay(the: Setting): void {
  describe('6. replay is safe', () => {
    it('a new group starts with the first event there is, in order', async () => {
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1), event('b', 1), event('a', 2));
      await eventually(async () => expect(await producer.waiting()).toBe(0));
      const consumer = await the.world.consumer(nothing);
      await producer.publish(event('a', 3));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(4));
      expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]);
    });

    it('a group that was away goes on where it was, and nothing has its effect twice', async () => {
      const producer = await the.world.node('producer');
      const before = await the.world.consumer(nothing);
      await producer.publish(event('a', 1));
      await eventually(async () => expect(await numbersOf(before, 'a')).toEqual([1]));
      await the.world.stopNode(before);
      await producer.publish(event('a', 2));
      await eventually(async () => expect(await producer.waiting()).toBe(0));
      const after = await the.world.consumer(nothing);
      await producer.publish(event('a', 3));
      await eventually(async () => expect(await numbersOf(after, 'a')).toEqual([1, 2, 3]));
    });
  });
}
