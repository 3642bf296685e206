import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InProcessTransport, type NewWork } from '#messaging';
import { eventually } from '#platform/testing';
import { testCatalogue } from './fixture/test-catalogue.js';
import { TestNode } from './fixture/test-node.js';
import { WorkUnderTest } from './fixture/work.provider.js';
import { testDatabaseServer } from '#platform/testing';

describe('durable work', () => {
  jest.setTimeout(60_000);
  let databaseUrl: string;
  let nodes: TestNode[];

  const start = async (): Promise<TestNode> => {
    const transport = new InProcessTransport();
    const catalogue = testCatalogue({ things: 'things', alarms: 'alarms' });
    const node = await TestNode.start({
      service: 'worker',
      databaseUrl,
      catalogue,
      transport,
      providers: [WorkUnderTest],
    });
    nodes.push(node);
    return node;
  };
  const enqueue = (node: TestNode, ...work: NewWork[]): Promise<void> =>
    node.transactions.run(async (manager) => {
      for (const one of work) await node.work.enqueue(manager, one);
    });
  const plain = (key: string, n: number, extra: Partial<NewWork> = {}): NewWork => ({
    kind: 'plain',
    key,
    payload: { n },
    ...extra,
  });
  const open = async (node: TestNode): Promise<number> => {
    const [row] = await node.database.query<[{ count: number }]>(
      'SELECT count(*)::int FROM messaging_work WHERE done_at IS NULL',
    );
    return row.count;
  };

  beforeEach(async () => {
    databaseUrl = await (await testDatabaseServer()).createDatabase('work');
    nodes = [];
    WorkUnderTest.done.length = 0;
    WorkUnderTest.mostAtOnce = 0;
    WorkUnderTest.gate = Promise.resolve();
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  });

  it('is done after the commit, and never when the transaction is rolled back', async () => {
    const node = await start();
    const refused = node.transactions.run(async (manager) => {
      await node.work.enqueue(manager, plain('a', 1));
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await enqueue(node, plain('a', 2));
    await eventually(() => expect(WorkUnderTest.done).toEqual(['a 2']));
    await eventually(async () => expect(await open(node)).toBe(0));
  });

  it('shows in its figures what fails, also between two tries', async () => {
    const node = await start();
    await enqueue(node, plain('a', 1, { payload: { n: 1, fail: 99 } }));
    const tries = async (): Promise<number> => {
      const [row] = await node.database.query<[{ attempts: number }]>('SELECT attempts FROM messaging_work');
      return row.attempts;
    };
    await eventually(async () => expect(await tries()).toBeGreaterThan(1));
    const shown = await node.metrics.registry.metrics();
    expect(shown).toMatch(/^messaging_work_failing 1$/m);
    expect(shown).toMatch(/^messaging_work_failing_oldest_seconds (?!0$)/m);
  });

  it('keeps the order of one key with two workers, also when an item fails at first', async () => {
    const [node] = [await start(), await start()];
    const failing = plain('a', 1, { payload: { n: 1, fail: 2 } });
    await enqueue(node, failing, plain('a', 2), plain('b', 1), plain('a', 3));
    await eventually(() => expect(WorkUnderTest.done).toHaveLength(4));
    expect(WorkUnderTest.done[0]).toBe('b 1');
    expect(WorkUnderTest.done.slice(1)).toEqual(['a 1', 'a 2', 'a 3']);
  });

  it('marks the item in the transaction of its result: both or neither', async () => {
    const node = await start();
    await enqueue(node, { kind: 'with-result', key: 'a', payload: { n: 1, fail: 2 } });
    await eventually(async () => expect(await open(node)).toBe(0));
    expect(await node.effects()).toHaveLength(1);
  });

  it('does urgent work while every other worker is busy, and no more at once than allowed', async () => {
    const gate = Promise.withResolvers<void>();
    WorkUnderTest.gate = gate.promise;
    const node = await start();
    await enqueue(node, ...Array.from({ length: 24 }, (_, n) => plain(`bulk-${n}`, n)));
    await eventually(() => expect(WorkUnderTest.running).toBe(8));
    await enqueue(node, { kind: 'with-result', key: 'crisis', payload: { n: 1 }, urgent: true });
    await eventually(async () => expect(await node.effects()).toHaveLength(1));
    expect(WorkUnderTest.done).toEqual([]);
    gate.resolve();
    await eventually(() => expect(WorkUnderTest.done).toHaveLength(24));
    expect(WorkUnderTest.mostAtOnce).toBe(8);
  });

  it('waits until work is due', async () => {
    const node = await start();
    const dueAt = new Date(Date.now() + 1500);
    await enqueue(node, plain('later', 1, { dueAt }), plain('now', 1));
    await eventually(() => expect(WorkUnderTest.done).toEqual(['now 1']));
    await eventually(() => expect(WorkUnderTest.done).toEqual(['now 1', 'later 1']));
    expect(Date.now()).toBeGreaterThanOrEqual(dueAt.getTime() - 50);
  });

  it('is done at its time by workers of its own, while all others are busy, when it is timed', async () => {
    const gate = Promise.withResolvers<void>();
    WorkUnderTest.gate = gate.promise;
    const node = await start();
    await enqueue(node, ...Array.from({ length: 16 }, (_, n) => plain(`bulk-${n}`, n)));
    await eventually(() => expect(WorkUnderTest.running).toBe(8));
    await enqueue(node, { kind: 'timed', key: 'a', payload: { n: 1 }, dueAt: new Date(Date.now() + 500) });
    await eventually(() => expect(WorkUnderTest.done).toEqual(['a 1']));
    gate.resolve();
    await eventually(async () => expect(await open(node)).toBe(0));
  });

  it('is ended undone by what makes it needless, in the same transaction or not at all', async () => {
    const node = await start();
    const dueAt = new Date(Date.now() + 3_600_000);
    const later = (key: string): NewWork => ({ kind: 'plain', key, payload: { n: 1 }, dueAt });
    await enqueue(node, later('a'), later('b'), { ...later('a'), kind: 'timed' });
    const refused = node.transactions.run(async (manager) => {
      await node.work.cancel(manager, { kind: 'plain', key: 'a' });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await open(node)).toBe(3);
    await node.transactions.run((manager) => node.work.cancel(manager, { kind: 'plain', key: 'a' }));
    const left = await node.database.query<unknown[]>(
      'SELECT kind, key FROM messaging_work WHERE done_at IS NULL ORDER BY kind, key',
    );
    expect(left).toEqual([
      { kind: 'plain', key: 'b' },
      { kind: 'timed', key: 'a' },
    ]);
    expect(WorkUnderTest.done).toEqual([]);
  });

  it('is not ended while a worker has it in hand', async () => {
    const gate = Promise.withResolvers<void>();
    WorkUnderTest.gate = gate.promise;
    const node = await start();
    await enqueue(node, plain('a', 1));
    await eventually(() => expect(WorkUnderTest.running).toBe(1));
    await node.transactions.run((manager) => node.work.cancel(manager, { kind: 'plain', key: 'a' }));
    expect(await open(node)).toBe(1);
    gate.resolve();
    await eventually(() => expect(WorkUnderTest.done).toEqual(['a 1']));
  });

  it('may be put off: no failed try, and its turn is kept', async () => {
    const node = await start();
    const work = (n: number, note?: string): NewWork => ({
      kind: 'put-off-once',
      key: 'a',
      payload: { n, note },
    });
    await enqueue(node, work(1), work(2, 'at once'));
    await eventually(() => expect(WorkUnderTest.done).toEqual(['a 1', 'a 2']));
    const [row] = await node.database.query<[{ attempts: number }]>(
      'SELECT max(attempts) AS attempts FROM messaging_work',
    );
    expect(row.attempts).toBe(0);
  });

  it('guarantee 7: work of a killed worker is taken over when its lease ends', async () => {
    const node = await start();
    // Not by `transactions.run`: that writes work at the end, and the lease has to be there from the start.
    await node.database.transaction(async (manager) => {
      const id = await node.work.enqueue(manager, plain('a', 1));
      await manager.query(
        `UPDATE messaging_work SET lease_owner = gen_random_uuid(), leased_until = now() + interval '1 second' WHERE id = $1`,
        [id],
      );
    });
    await eventually(() => expect(WorkUnderTest.done).toEqual(['a 1']));
  });

  it('finishes what is in hand before it stops', async () => {
    const gate = Promise.withResolvers<void>();
    WorkUnderTest.gate = gate.promise;
    const node = await start();
    await enqueue(node, plain('a', 1));
    await eventually(() => expect(WorkUnderTest.running).toBe(1));
    const stopped = node.stop();
    nodes = [];
    gate.resolve();
    await stopped;
    expect(WorkUnderTest.done).toEqual(['a 1']);
    const again = await start();
    expect(await open(again)).toBe(0);
  });
});
