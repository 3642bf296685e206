import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HANDHAVING_STATE_CHANGED, LOCATION_CHANGED } from '#contracts';
import { eventually } from '#platform/testing';
import { DataSource } from 'typeorm';
import { ChangeFeedService } from '../../edison/src/changes/change-feed.service.js';
import { snapshotOf, type LocationSnapshot } from '../../edison/src/changes/location-snapshot.js';
import { Location } from '../../edison/src/locations/location.entity.js';
import { FeedPosition } from '../src/changes/feed-position.entity.js';
import type { QuarantinePageDto } from '../src/quarantine/quarantine.dto.js';
import { startWorld, type World } from './dossier-sync-under-test.js';

describe('Changes of the dossier store', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('STORE_AWAY');
  });
  afterAll(() => world.stop());

  const announced = (type: string) => world.announced.filter((event) => event.type === type);
  // The first nightly comparison tells its own events meanwhile.
  const changes = () =>
    world.announced.filter(({ type }) => type === LOCATION_CHANGED || type === HANDHAVING_STATE_CHANGED);
  const position = async () =>
    Number(
      (await world.sync.app.get(DataSource).manager.findOneByOrFail(FeedPosition, { feed: 'EDISON' }))
        .lastSequence,
    );
  const changeLocation = (id: string, change: (snapshot: LocationSnapshot) => LocationSnapshot) =>
    world.edison.app.get(DataSource).transaction(async (manager) => {
      await manager.increment(Location, { id }, 'revision', 1);
      const location = await manager.findOneOrFail(Location, {
        where: { id },
        relations: { organisator: true },
      });
      const feed = world.edison.app.get(ChangeFeedService);
      await feed.append(manager, [{ type: 'LOCATION_CHANGED', location: change(snapshotOf(location)) }]);
    });

  it('are told as soon as the store can be reached: every location, and every enforcement step', async () => {
    expect(announced(LOCATION_CHANGED)).toEqual([]);
    world.store.comeBack();
    await eventually(() => expect(changes()).toHaveLength(10));
    expect(
      announced(LOCATION_CHANGED)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08']);
    expect(announced(LOCATION_CHANGED).find(({ key }) => key === 'L02')?.data).toMatchObject({
      name: "'t Fluwelen Fazantje",
      organisatorName: 'Fazantje bv',
      spoc: 'kb.ko.oost1',
      enforcementState: 'AANMANING',
      revision: 1,
    });
    expect(announced(HANDHAVING_STATE_CHANGED).map(({ key, data }) => [key, data['state']])).toEqual([
      ['L02', 'AANMANING'],
      ['L05', 'GESCHORST'],
    ]);
  });

  it('are told once, also by two processes on the same data', async () => {
    const second = await world.startSync(world.sync.env['DATABASE_URL']);
    const before = changes().length;
    await changeLocation('L03', (snapshot) => snapshot);
    await eventually(async () => expect(await position()).toBe(11));
    await changeLocation('L03', (snapshot) => snapshot);
    await eventually(() => expect(changes()).toHaveLength(before + 2));
    expect(
      changes()
        .slice(before)
        .map(({ data }) => data['revision']),
    ).toEqual([2, 3]);
    await second.stop();
  });

  it('that cannot be understood go to quarantine and hold nothing back', async () => {
    const before = changes().length;
    await changeLocation('L04', (snapshot) => ({ ...snapshot, municipality: '' }));
    await changeLocation('L06', (snapshot) => snapshot);
    await eventually(() => expect(changes()).toHaveLength(before + 1));
    expect(changes().at(-1)?.key).toBe('L06');
    const { status, body } = await world.get<QuarantinePageDto>(world.sync, '/api/v1/quarantine');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { source: 'EDISON', sourceId: '13', kind: 'LOCATION_CHANGED', owner: 'BEHEERDER' },
    ]);
    expect(body.items[0]?.reason).toContain('/municipality');
  });

  it('in quarantine are for the beheerder', async () => {
    expect((await world.get(world.sync, '/api/v1/quarantine', 'KB_MC')).status).toBe(403);
  });

  it('are read on by another process at once when one stops', async () => {
    const second = await world.startSync(world.sync.env['DATABASE_URL']);
    const before = changes().length;
    await world.sync.stop();
    await changeLocation('L07', (snapshot) => snapshot);
    await eventually(() => expect(changes()).toHaveLength(before + 1));
    world.sync = second;
  });
});
