import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeFeedService, type NewChange } from '../changes/change-feed.service.js';
import { snapshotOf } from '../changes/location-snapshot.js';
import { HandhavingTakeOverService } from '../handhaving/handhaving-take-over.service.js';
import { Location } from '../locations/location.entity.js';
import { VergunningState } from '../locations/vergunning-state.entity.js';
import { Vergunning } from '../locations/vergunning.entity.js';
import type { SeedLocation } from './seed-location.dto.js';

/** Takes over locations with their licence and enforcement as they stand; how they came there is not told. */
@Injectable()
export class TakeOverService {
  constructor(
    private readonly clock: Clock,
    private readonly handhaving: HandhavingTakeOverService,
    private readonly feed: ChangeFeedService,
  ) {}

  /** @returns how many locations were not known yet */
  async newOnes(manager: EntityManager, rows: SeedLocation[]): Promise<number> {
    const known = await manager.find(Location, {
      select: { id: true },
      where: { id: In(rows.map(({ id }) => id)) },
    });
    const knownIds = new Set(known.map(({ id }) => id));
    const fresh = rows.filter(({ id }) => !knownIds.has(id));
    const changes: NewChange[] = [];
    for (const row of fresh) changes.push(...(await this.one(manager, row)));
    await this.feed.append(manager, changes);
    return fresh.length;
  }

  private async one(manager: EntityManager, row: SeedLocation): Promise<NewChange[]> {
    const now = this.clock.now();
    await manager.insert(Location, {
      ...row,
      schorsingEndedOn: null,
      riskBand: null,
      revision: 1,
      changedAt: now,
    });
    await this.licence(manager, row, now);
    const transition = await this.handhaving.open(manager, {
      locationId: row.id,
      state: row.enforcementState,
    });
    const location = await manager.findOneOrFail(Location, {
      where: { id: row.id },
      relations: { organisator: true },
    });
    const changed: NewChange = { type: 'LOCATION_CHANGED', location: snapshotOf(location) };
    return transition === null
      ? [changed]
      : [changed, { type: 'HANDHAVING_STATE_CHANGED', handhaving: transition }];
  }

  private async licence(manager: EntityManager, row: SeedLocation, recordedAt: Date): Promise<void> {
    if (row.licenceState === 'GEEN_VERGUNNING') return;
    const vergunningId = uuidv7();
    const { id: locationId, licensedPlaces: places, licenceState: state } = row;
    await manager.insert(Vergunning, { id: vergunningId, locationId, places, state });
    await manager.insert(VergunningState, {
      id: uuidv7(),
      vergunningId,
      state,
      effectiveOn: null,
      recordedAt,
    });
  }
}
