import { describe, expect, it } from '@jest/globals';
import type { Setting } from './setting.js';
import { event, eventually, nothing, numbersOf } from './samples.js';

const GONE = '00000000-0000-7000-8000-00000000dead';

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

    it('a parked event leased by a process that is gone is tried again when the lease has ended', async () => {
      let healed = false;
      const consumer = await the.world.consumer(async () => {
        if (!healed) throw new Error('not yet');
      });
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1), event('b', 1));
      const parked = await eventually(async () => {
        const { items } = await consumer.parked.list({ limit: 2 });
        expect(items).toHaveLength(2);
        return items;
      });
      const lease = (owner: string, until: string): Promise<unknown> =>
        consumer.database.query(
          `UPDATE messaging_parked SET lease_owner = '${owner}', leased_until = ${until} WHERE key = 'a'`,
        );
      await lease(GONE, `now() + interval '1 hour'`);
      healed = true;
      for (const { id } of parked) await consumer.parked.replay(id);
      await eventually(async () => expect(await numbersOf(consumer, 'b')).toEqual([1]));
      const [row] = await consumer.database.query<object[]>(
        `SELECT lease_owner, resolved_at FROM messaging_parked WHERE key = 'a'`,
      );
      expect(row).toEqual({ lease_owner: GONE, resolved_at: null });
      await lease(GONE, 'now()');
      for (const { id } of parked) await consumer.parked.replay(id);
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
    });
  });
}
