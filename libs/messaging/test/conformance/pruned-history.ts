import { describe, expect, it } from '@jest/globals';
import { Retention } from '../../src/retention/retention.service.js';
import type { TestNode } from '../fixture/test-node.js';
import type { Setting } from './setting.js';
import { event, eventually, headers, nothing, numbersOf } from './samples.js';

const HISTORY_DAYS = 30;
const LONG_AGO = "now() - interval '400 days'";

const count = async (node: TestNode, table: string): Promise<number> => {
  const [row] = await node.database.query<[{ count: number }]>(`SELECT count(*)::int FROM ${table}`);
  return row.count;
};
const prune = async (node: TestNode): Promise<void> => {
  while ((await node.get(Retention).round()) === 'AT_ONCE');
};

export function prunedHistory(the: Setting): void {
  describe('6. replay is safe: pruning', () => {
    it('what is done goes, and a replay after that still has no second effect', async () => {
      const consumer = await the.world.consumer(nothing);
      const producer = await the.world.node('producer');
      const record = {
        topic: the.world.topics.things,
        key: 'a',
        value: Buffer.from('{"n":1}'),
        headers: headers('id-1'),
      };
      await the.world.underTest.put(record);
      await producer.publish(event('b', 1));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(2));
      await eventually(async () => expect(await producer.waiting()).toBe(0));
      await consumer.database.query(`UPDATE messaging_inbox SET handled_at = ${LONG_AGO}`);
      await producer.database.query(`UPDATE messaging_outbox SET published_at = ${LONG_AGO}`);
      await producer.transactions.run((manager) =>
        producer.work.enqueue(manager, { kind: 'nobodys', key: 'a', payload: {} }).then(() => undefined),
      );
      await producer.database.query(`UPDATE messaging_work SET done_at = ${LONG_AGO}`);
      await prune(consumer);
      await prune(producer);

      expect(await count(producer, 'messaging_work')).toBe(0);
      // The outbox is the history where no broker keeps one.
      expect(await count(producer, 'messaging_outbox')).toBe(producer.transport.keepsRecords ? 0 : 1);
      expect(await count(consumer, 'messaging_inbox')).toBe(2);
      await the.world.underTest.put(record);
      await the.world.underTest.put({ ...record, headers: headers('id-2'), value: Buffer.from('{"n":2}') });
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 2]));
      const late = await the.world.node('consumer', { behaviour: { run: nothing } });
      await producer.publish(event('b', 2));
      await eventually(async () => expect(await numbersOf(late, 'b')).toEqual([1, 2]));
    });

    it('with a bounded history the inbox forgets, and what is older than that waits for a person', async () => {
      const consumer = await the.world.consumer(nothing, { historyDays: HISTORY_DAYS });
      const longAgo = new Date(Date.now() - 400 * 24 * 3_600_000).toISOString();
      const put = (id: string, n: number, time: string): Promise<void> =>
        the.world.underTest.put({
          topic: the.world.topics.things,
          key: 'a',
          value: Buffer.from(JSON.stringify({ n })),
          headers: headers(id, { ce_time: time }),
        });
      await put('id-1', 1, new Date().toISOString());
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1]));
      await consumer.database.query(`UPDATE messaging_inbox SET handled_at = ${LONG_AGO}`);
      await prune(consumer);
      expect(await count(consumer, 'messaging_inbox')).toBe(0);

      await put('id-1', 1, longAgo);
      const parked = await eventually(async () => {
        const [item] = (await consumer.parked.list({ limit: 10 })).items;
        expect(item?.reason).toContain('OlderThanHistoryError');
        return item;
      });
      expect(parked?.nextTryAt?.getFullYear()).toBeGreaterThan(2100);
      expect(await numbersOf(consumer, 'a')).toEqual([1]);
      await consumer.parked.replay(parked?.id ?? '');
      await eventually(async () => expect(await numbersOf(consumer, 'a')).toEqual([1, 1]));
    });

    it('removes piece by piece, waits for no writer, and no writer waits for it', async () => {
      const node = await the.world.consumer(nothing);
      await node.database.query(
        `INSERT INTO messaging_work (id, kind, key, payload, urgent, due_at, done_at)
         SELECT gen_random_uuid(), 'old', 'k' || n, '{}', false, ${LONG_AGO}, ${LONG_AGO}
         FROM generate_series(1, 11000) n`,
      );
      const writer = node.database.createQueryRunner();
      await writer.startTransaction();
      await writer.query(`SELECT FROM messaging_work WHERE key = 'k1' FOR UPDATE`);
      await prune(node);
      expect(await count(node, 'messaging_work')).toBe(1);
      await writer.commitTransaction();

      // A piece that is not committed yet holds up neither a change nor an effect.
      await writer.startTransaction();
      const rows = { table: 'messaging_work', done: 'done_at IS NOT NULL', since: 'done_at', days: 7 };
      expect(await node.get(Retention).piece(writer.manager, rows)).toBe(1);
      await node.transactions.run(async (manager) => {
        await node.work.enqueue(manager, { kind: 'old', key: 'k1', payload: {} });
        await node.outbox.publish(manager, event('a', 1));
      });
      await eventually(async () => expect(await numbersOf(node, 'a')).toEqual([1]));
      await writer.commitTransaction();
      await writer.release();
      expect(await count(node, 'messaging_work')).toBe(1);
    });
  });
}
