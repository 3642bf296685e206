import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WakeUps } from '../transactions/wake-ups.js';
import { ownerOf } from './owner.js';
import { ParkedEventEntity } from './parked-event.entity.js';

export interface ParkedEvent {
  id: string;
  /** The service that has to solve it. */
  owner: string;
  consumer: string;
  type: string;
  source: string;
  key: string;
  eventId: string;
  reason: string;
  state: 'RETRYING' | 'WAITING';
  attempts: number;
  parkedAt: Date;
  ageSeconds: number;
  nextTryAt: Date | null;
}

export interface ParkedEventPage {
  items: ParkedEvent[];
  /** Give it back to get the next page; null on the last one. */
  nextCursor: string | null;
}

/** What a person sees of parked events, and the one thing they can do: have them tried again now. */
@Injectable()
export class ParkedEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUps: WakeUps,
  ) {}

  /**
   * Oldest first.
   * @param page `limit` at most 100; `cursor` is a `nextCursor` of before
   */
  async list(page: { limit: number; cursor?: string | undefined }): Promise<ParkedEventPage> {
    const limit = Math.min(page.limit, 100);
    const rows = await this.dataSource.manager
      .createQueryBuilder(ParkedEventEntity, 'p')
      .where('p.resolved_at IS NULL AND p.position > :after', { after: position(page.cursor) })
      .orderBy('p.position')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    return {
      items: items.map(view),
      nextCursor: rows.length > limit ? (items.at(-1)?.position ?? null) : null,
    };
  }

  /**
   * Has the event tried again now; when it waits behind another, the first of its aggregate is tried.
   * @returns false when no such event is parked
   */
  async replay(id: string): Promise<boolean> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH asked AS (SELECT consumer, topic, key FROM messaging_parked WHERE id::text = $1 AND resolved_at IS NULL),
       first AS (
         SELECT p.id FROM messaging_parked p JOIN asked USING (consumer, topic, key)
         WHERE p.resolved_at IS NULL ORDER BY p.position LIMIT 1),
       due AS (UPDATE messaging_parked p SET next_try = now() FROM first WHERE p.id = first.id RETURNING p.id)
       SELECT id FROM due`,
      [id],
    );
    this.wakeUps.wake('PARKED');
    return rows.length > 0;
  }
}

/** A cursor that is no position gives the first page: it holds nothing secret and grants nothing. */
function position(cursor: string | undefined): string {
  return cursor && /^\d{1,18}$/.test(cursor) ? cursor : '0';
}

function view(row: ParkedEventEntity): ParkedEvent {
  return {
    id: row.id,
    owner: ownerOf(row.consumer),
    consumer: row.consumer,
    type: row.type,
    source: row.source,
    key: row.key,
    eventId: row.eventId,
    reason: row.reason,
    state: row.nextTry ? 'RETRYING' : 'WAITING',
    attempts: row.attempts,
    parkedAt: row.parkedAt,
    ageSeconds: Math.floor((Date.now() - row.parkedAt.getTime()) / 1000),
    nextTryAt: row.nextTry,
  };
}
