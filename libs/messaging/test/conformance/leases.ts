import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

export function claimedWorkHasALease(the: Setting): void {
  describe('7. claimed work has a lease', () => {
    it('events leased by a relay that is gone are published when the lease has ended', async () => {
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
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
}
