import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

export function orderPerAggregate(the: Setting): void {
  describe('3. order per aggregate', () => {
    it('holds with two relays and two writers at once', async () => {
      const consumer = await the.world.consumer(nothing);
      const relays = [await the.world.node('producer'), await the.world.node('producer')];
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
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1), event('b', 1), event('a', 2), event('b', 2), event('a', 3));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(5));
      expect(await numbersOf(consumer, 'a')).toEqual([1, 2, 3]);
      expect(await numbersOf(consumer, 'b')).toEqual([1, 2]);
    });

    it('holds while other processes of the consumer join and leave during work', async () => {
      const slowly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
      const first = await the.world.consumer(slowly);
      const producer = await the.world.node('producer');
      const keys = Array.from({ length: 9 }, (_, index) => `key-${index}`);
      const rounds = Array.from({ length: 30 }, (_, index) => index + 1);
      const publishing = (async () => {
        for (const n of rounds) await producer.publish(...keys.map((key) => event(key, n)));
      })();
      const second = await the.world.consumer(slowly);
      await eventually(async () => expect((await first.effects()).length).toBeGreaterThan(20));
      const third = await the.world.consumer(slowly);
      await the.world.stopNode(second);
      await publishing;
      await the.world.stopNode(first);
      await eventually(async () => expect(await third.effects()).toHaveLength(keys.length * rounds.length));
      for (const key of keys) expect(await numbersOf(third, key)).toEqual(rounds);
    });
  });
}
