import { describe, expect, it } from '@jest/globals';
import { CHANGED } from '../fixture/test-catalogue.js';
import type { Setting } from './setting.js';
import { alarm, event, eventually, numbersOf } from './samples.js';

export function urgentFirst(the: Setting): void {
  describe('5. urgent does not wait behind bulk', () => {
    it('an alarm is handled while every bulk handler is busy', async () => {
      const gate = Promise.withResolvers<void>();
      const busy = Promise.withResolvers<void>();
      the.world.beforeClosing(gate.resolve);
      const consumer = await the.world.consumer(async (context) => {
        if (context.type !== CHANGED) return;
        busy.resolve();
        await gate.promise;
      });
      const producer = await the.world.node('producer');
      await producer.publish(...Array.from({ length: 40 }, (_, index) => event(`bulk-${index}`, index)));
      // Only now: in one round of a relay with the bulk it would not show whether it has a relay of its own.
      await busy.promise;
      await producer.publish(alarm('crisis', 1));
      await eventually(async () => expect(await numbersOf(consumer, 'crisis')).toEqual([1]));
      expect(await consumer.effects()).toHaveLength(1);
      gate.resolve();
      await eventually(async () => expect(await consumer.effects()).toHaveLength(41));
    });
  });
}
