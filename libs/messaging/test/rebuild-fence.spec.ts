import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InProcessTransport } from '#messaging';
import { testDatabaseServer } from '#platform/testing';
import { ProjectionRegistry } from '../src/projections/projection-registry.js';
import { RebuildStore } from '../src/projections/rebuild.store.js';
import { eventually } from './conformance/samples.js';
import { LatestController } from './fixture/latest.controller.js';
import { testCatalogue } from './fixture/test-catalogue.js';
import { TestNode } from './fixture/test-node.js';

const LIVE = 'keeper.latest';
const REBUILT = 'keeper.latest.rebuild-1';

describe('guarantee 6: a rebuilt projection is put in place', () => {
  jest.setTimeout(120_000);
  let node: TestNode;

  beforeEach(async () => {
    node = await TestNode.start({
      service: 'keeper',
      databaseUrl: await (await testDatabaseServer()).createDatabase('keeper'),
      catalogue: testCatalogue({ things: 'things', alarms: 'alarms' }),
      transport: new InProcessTransport(),
      controllers: [LatestController],
    });
  });
  afterEach(() => node.stop());

  const handled = (consumer: string, id: string): string =>
    `INSERT INTO messaging_inbox (consumer, source, event_id) VALUES ('${consumer}', '/a', '${id}')`;

  it('only after the event in hand of the one in use, which it must have too', async () => {
    const store = new RebuildStore(node.database, LIVE, REBUILT, {
      name: 'latest',
      tables: [{ table: 'latest' }],
    });
    await store.open();
    await node.database.query(`INSERT INTO latest VALUES ('a', 1, 1)`);
    await node.database.query(`INSERT INTO rebuild_latest.latest VALUES ('a', 2, 2)`);
    await node.database.query(handled(REBUILT, 'first'));

    const inHand = node.database.createQueryRunner();
    await inHand.startTransaction();
    await node.get(ProjectionRegistry).begin(LIVE, inHand.manager);
    await inHand.query(handled(LIVE, 'second'));
    const replaced = store.replace();
    await eventually(async () => {
      const waiting = await node.database.query<object[]>(
        `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      expect(waiting).toHaveLength(1);
    });
    await node.database.query(handled(REBUILT, 'second'));
    await inHand.commitTransaction();
    await inHand.release();

    expect(await replaced).toBe(2);
    expect(await node.database.query('SELECT * FROM latest')).toEqual([{ key: 'a', n: 2, changes: 2 }]);
    const inbox = await node.database.query<object[]>('SELECT DISTINCT consumer FROM messaging_inbox');
    expect(inbox).toEqual([{ consumer: LIVE }]);
    await store.discard();
  });
});
