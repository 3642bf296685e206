import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Change, type ChangeType } from './change.entity.js';
import type { HandhavingTransition } from './handhaving-transition.js';
import type { LocationSnapshot } from './location-snapshot.js';

export type NewChange =
  | { type: Extract<ChangeType, 'LOCATION_CHANGED'>; location: LocationSnapshot }
  | { type: Extract<ChangeType, 'HANDHAVING_STATE_CHANGED'>; handhaving: HandhavingTransition };

/**
 * Writes the change feed. Numbers come from one row that stays locked until commit, not from a database
 * sequence: a transaction that commits late would otherwise appear behind a reader who has passed its number.
 */
@Injectable()
export class ChangeFeedService {
  constructor(private readonly clock: Clock) {}

  /**
   * Adds changes in the transaction that makes them. Call it last: it holds back all other writers of the feed.
   */
  async append(manager: EntityManager, changes: NewChange[]): Promise<void> {
    if (changes.length === 0) return;
    const last = await this.takeNumbers(manager, changes.length);
    const first = last - BigInt(changes.length) + 1n;
    const recordedAt = this.clock.now();
    await manager.insert(
      Change,
      changes.map((change, index) => ({
        sequence: String(first + BigInt(index)),
        type: change.type,
        locationId:
          change.type === 'LOCATION_CHANGED' ? change.location.locationId : change.handhaving.locationId,
        location: change.type === 'LOCATION_CHANGED' ? change.location : null,
        handhaving: change.type === 'HANDHAVING_STATE_CHANGED' ? change.handhaving : null,
        recordedAt,
      })),
    );
  }

  private async takeNumbers(manager: EntityManager, count: number): Promise<bigint> {
    const [[row]] = await manager.query<[[{ last_sequence: string }], number]>(
      'UPDATE change_head SET last_sequence = last_sequence + $1 RETURNING last_sequence',
      [count],
    );
    return BigInt(row.last_sequence);
  }
}
