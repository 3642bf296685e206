import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ChangeFeedService, type NewChange } from '../src/changes/change-feed.service.js';
import type { ChangePageDto } from '../src/changes/change.dto.js';
import { startEdison, type Caller, type Edison } from './edison-api.js';

describe('The change feed', () => {
  let edison: Edison;
  let sync: Caller;
  const after = async (sequence: number) =>
    (await sync.get<ChangePageDto>(`/api/v1/changes?after=${sequence}&limit=500`)).body;

  beforeAll(async () => {
    edison = await startEdison();
    sync = await edison.dossierSync();
  });
  afterAll(() => edison.service.stop());

  it('tells each location of the fixtures complete, and each enforcement step', async () => {
    const { items, nextAfter } = await after(0);
    expect(items.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 1),
    );
    expect(nextAfter).toBe(10);
    expect(items.find(({ location }) => location?.locationId === 'L02')?.location).toMatchObject({
      organisatorName: 'Fazantje bv',
      spoc: 'kb.ko.oost1',
      enforcementState: 'AANMANING',
      riskBand: null,
    });
    expect(
      items.flatMap(({ handhaving }) => (handhaving ? [[handhaving.locationId, handhaving.state]] : [])),
    ).toEqual([
      ['L02', 'AANMANING'],
      ['L05', 'GESCHORST'],
    ]);
  });

  it('answers from the place that was reached', async () => {
    const { items } = (await sync.get<ChangePageDto>('/api/v1/changes?after=4&limit=2')).body;
    expect(items.map(({ sequence }) => sequence)).toEqual([5, 6]);
    expect(await after(10)).toEqual({ items: [], nextAfter: 10 });
  });

  it('shows no number before all lower numbers are committed', async () => {
    const source = edison.service.app.get(DataSource);
    const feed = edison.service.app.get(ChangeFeedService);
    const snapshot = (await after(0)).items[0]?.location;
    const change: NewChange = { type: 'LOCATION_CHANGED', location: snapshot! };
    const early = source.createQueryRunner();
    await early.startTransaction();
    await feed.append(early.manager, [change]);
    const late = source.transaction((manager) => feed.append(manager, [change]));
    const lateIsWaiting = await Promise.race([late.then(() => false), waitForLock(source).then(() => true)]);
    expect(lateIsWaiting).toBe(true);
    expect((await after(10)).items).toEqual([]);
    await early.commitTransaction();
    await early.release();
    await late;
    expect((await after(10)).items.map(({ sequence }) => sequence)).toEqual([11, 12]);
  });

  it('has no gap after a change that was rolled back', async () => {
    const source = edison.service.app.get(DataSource);
    const feed = edison.service.app.get(ChangeFeedService);
    const { items, nextAfter } = await after(0);
    const change: NewChange = { type: 'LOCATION_CHANGED', location: items[0]!.location! };
    const failing = source.transaction(async (manager) => {
      await feed.append(manager, [change]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await source.transaction((manager) => feed.append(manager, [change]));
    expect((await after(nextAfter)).items.map(({ sequence }) => sequence)).toEqual([nextAfter + 1]);
  });

  it('is for dossier-sync and the beheerder', async () => {
    expect((await (await edison.staff('BEHEERDER')).get('/api/v1/changes')).status).toBe(200);
    expect((await (await edison.staff('KB_MC')).get('/api/v1/changes')).status).toBe(403);
  });
});

/** Resolves when a connection of this database waits for a lock. */
async function waitForLock(source: DataSource): Promise<void> {
  for (;;) {
    const [row] = await source.query<[{ waiting: string }]>(
      `SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (Number(row.waiting) > 0) return;
  }
}
