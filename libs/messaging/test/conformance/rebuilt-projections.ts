import { describe, expect, it } from '@jest/globals';
import type { OutboxEvent } from '#messaging';
import { LatestController, LoudController } from '../fixture/latest.controller.js';
import type { TestNode } from '../fixture/test-node.js';
import type { Setting } from './setting.js';
import { event, eventually, nothing } from './samples.js';

interface Latest {
  key: string;
  n: number;
  changes: number;
}

const latest = (node: TestNode): Promise<Latest[]> =>
  node.database.query<Latest[]>('SELECT key, n, changes FROM latest ORDER BY key');
const lastRebuild = async (node: TestNode) => (await node.projections.list())[0]?.lastRebuild;
/** Held by the test while the rows of a rebuilt projection are copied. */
const HELD = 4242;
const locksWaitedFor = async (node: TestNode): Promise<number> => {
  const [row] = await node.database.query<[{ count: number }]>(
    `SELECT count(*)::integer FROM pg_locks l JOIN pg_database d ON d.oid = l.database
     WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
  );
  return row.count;
};
/** 1 when the tables that are being filled hold this change of this aggregate. */
const rebuiltFrom = async (node: TestNode, key: string, n: number): Promise<number> => {
  const rows = await node.database.query<unknown[]>(
    'SELECT FROM rebuild_latest.latest WHERE key = $1 AND n = $2',
    [key, n],
  );
  return rows.length;
};
const events = (keys: number, each: number): OutboxEvent[] =>
  Array.from({ length: keys * each }, (_, index) =>
    event(`key-${index % keys}`, Math.floor(index / keys) + 1),
  );
const all = (keys: number, each: number): Latest[] =>
  Array.from({ length: keys }, (_, index) => ({ key: `key-${index}`, n: each, changes: each }));

export function rebuiltProjections(the: Setting): void {
  describe('6. replay is safe: projections', () => {
    it('a projection that was lost is rebuilt from its events, and no other handler hears them again', async () => {
      const consumer = await the.world.consumer(nothing, { controllers: [LatestController] });
      const producer = await the.world.node('producer');
      await producer.publish(...events(5, 4));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(5, 4)));
      await eventually(async () => expect(await consumer.effects()).toHaveLength(20));
      await consumer.database.query(`DELETE FROM latest WHERE key = 'key-1'`);
      await consumer.database.query(`UPDATE latest SET n = 99, changes = 99 WHERE key = 'key-2'`);

      expect(await consumer.projections.rebuild('latest')).toBe(true);
      await eventually(async () =>
        expect(await lastRebuild(consumer)).toMatchObject({ events: 20, failure: null }),
      );

      expect(await latest(consumer)).toEqual(all(5, 4));
      expect(await consumer.effects()).toHaveLength(20);
      await producer.publish(event('key-0', 5));
      await eventually(async () => expect((await latest(consumer))[0]).toMatchObject({ n: 5, changes: 5 }));
      expect(await consumer.projections.rebuild('no-such')).toBe(false);
    });

    it('a rebuild goes on while events come in, none is counted twice or missed, and readers always see rows', async () => {
      const consumer = await the.world.node('consumer', { controllers: [LatestController] });
      const producer = await the.world.node('producer');
      await producer.publish(...events(8, 10));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(8, 10)));

      await consumer.projections.rebuild('latest');
      const fewest: number[] = [];
      for (let n = 11; n <= 30; n += 1) {
        await producer.publish(...Array.from({ length: 8 }, (_, key) => event(`key-${key}`, n)));
        fewest.push((await latest(consumer)).length);
      }
      await eventually(async () => expect((await lastRebuild(consumer))?.finishedAt).toBeInstanceOf(Date));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(8, 30)));
      expect(Math.min(...fewest)).toBe(8);
      expect((await lastRebuild(consumer))?.failure).toBeNull();
    });

    it('an event that comes while the rebuilt projection is put in place is not missed', async () => {
      const consumer = await the.world.node('consumer', { controllers: [LatestController] });
      const producer = await the.world.node('producer');
      await producer.publish(...events(2, 3));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(2, 3)));
      await consumer.database.query(
        `CREATE FUNCTION hold_copy() RETURNS trigger LANGUAGE plpgsql AS
           'BEGIN PERFORM pg_advisory_xact_lock(${HELD}); RETURN NULL; END';
         CREATE TRIGGER hold_copy BEFORE INSERT ON latest FOR EACH STATEMENT EXECUTE FUNCTION hold_copy()`,
      );
      const holder = consumer.database.createQueryRunner();
      await holder.query(`SELECT pg_advisory_lock(${HELD})`);

      try {
        await consumer.projections.rebuild('latest');
        await eventually(
          async () => expect(await locksWaitedFor(consumer)).toBeGreaterThanOrEqual(1),
          30_000,
        );
        await producer.publish(event('key-0', 4));
        // The copy, and both consumers of the event; a rebuilt one that went on would have it in its table instead.
        await eventually(async () => {
          const seen = (await locksWaitedFor(consumer)) + (await rebuiltFrom(consumer, 'key-0', 4));
          expect(seen).toBeGreaterThanOrEqual(3);
        }, 30_000);
      } finally {
        // What is held would keep the node from ending.
        await holder.query(`SELECT pg_advisory_unlock(${HELD})`);
        await holder.release();
      }

      await eventually(async () => expect((await lastRebuild(consumer))?.finishedAt).toBeInstanceOf(Date));
      await eventually(async () =>
        expect(await latest(consumer)).toEqual([
          { key: 'key-0', n: 4, changes: 4 },
          { key: 'key-1', n: 3, changes: 3 },
        ]),
      );
    });

    it('a rebuild whose history is incomplete leaves the projection as it was, and says so', async () => {
      const consumer = await the.world.node('consumer', { controllers: [LatestController] });
      const producer = await the.world.node('producer');
      await producer.publish(event('key-0', 1));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(1, 1)));
      await consumer.database.query(
        `INSERT INTO messaging_inbox (consumer, source, event_id) VALUES ($1, '/gone', 'older-than-the-history')`,
        [`consumer-${the.world.id}.latest`],
      );
      await consumer.projections.rebuild('latest');
      await eventually(async () =>
        expect((await lastRebuild(consumer))?.failure).toContain('no longer in the history'),
      );
      expect(await latest(consumer)).toEqual(all(1, 1));
      await producer.publish(event('key-0', 2));
      await eventually(async () => expect(await latest(consumer)).toEqual(all(1, 2)));
    });

    it('a projection cannot publish: its rebuild would tell everything again', async () => {
      const consumer = await the.world.node('consumer', { controllers: [LoudController] });
      const producer = await the.world.node('producer');
      await producer.publish(event('a', 1));
      await eventually(async () => {
        const [item] = (await consumer.parked.list({ limit: 10 })).items;
        expect(item?.reason).toContain('SilentTransactionError');
        expect(item?.owner).toBe(`consumer-${the.world.id}`);
      });
      const told = await consumer.database.query<unknown[]>('SELECT id FROM messaging_outbox');
      expect(told).toEqual([]);
    });
  });
}
