import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { CloudEvent } from '../cloudevents/cloud-event.js';
import type { IncomingRecord } from '../transport/transport.js';
import { WakeUps } from '../transactions/wake-ups.js';
import { ParkedEventEntity } from './parked-event.entity.js';
import { retryDelay, type Backoff } from './retry-delay.js';

/** From a fraction of a second up to two days: quick tries first, since most failures pass soon. */
const BACKOFF: Backoff = { firstMs: 200, longestMs: 2 * 24 * 3_600_000 };
const LEASE_SECONDS = 15;
const A_CENTURY_MS = 100 * 365 * 24 * 3_600_000;
export const BEHIND_ANOTHER = 'waits behind an earlier event of the same aggregate';

export interface ParkedRecord {
  consumer: string;
  record: IncomingRecord;
  event: CloudEvent;
}

/** Keeps events that could not be handled, in order per aggregate (guarantee 4). */
@Injectable()
export class ParkingStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUps: WakeUps,
  ) {}

  /** Parks an event that failed; the scheduled retry takes it up. False when it was parked or handled already. */
  async park(parked: ParkedRecord, reason: string): Promise<boolean> {
    const isNew = await this.insert(this.dataSource.manager, parked, {
      reason,
      attempts: 1,
      retryInMs: retryDelay(1, BACKOFF),
    });
    this.wakeUps.wake('PARKED');
    return isNew;
  }

  /** Parks an event that only a person may have tried again. False as above. */
  async parkForPerson(parked: ParkedRecord, reason: string): Promise<boolean> {
    return this.insert(this.dataSource.manager, parked, { reason, attempts: 1, retryInMs: A_CENTURY_MS });
  }

  /** Parks an event behind an earlier one of its aggregate, in the given transaction. False as above. */
  async parkBehind(manager: EntityManager, parked: ParkedRecord): Promise<boolean> {
    const isNew = await this.insert(manager, parked, {
      reason: BEHIND_ANOTHER,
      attempts: 0,
      retryInMs: null,
    });
    this.wakeUps.note(manager, 'PARKED');
    return isNew;
  }

  private async insert(
    manager: EntityManager,
    { consumer, record, event }: ParkedRecord,
    why: { reason: string; attempts: number; retryInMs: number | null },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO messaging_parked
         (id, consumer, topic, key, event_id, type, source, headers, value, reason, attempts, next_try)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + $12 * interval '1 millisecond'
       WHERE NOT EXISTS (SELECT FROM messaging_inbox WHERE consumer = $2 AND source = $7 AND event_id = $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        uuidv7(),
        consumer,
        record.topic,
        event.subject,
        event.id,
        event.type,
        event.source,
        JSON.stringify(record.headers),
        record.value ?? Buffer.alloc(0),
        why.reason,
        why.attempts,
        why.retryInMs,
      ],
    );
    return rows.length > 0;
  }

  /** Leases events that are due and first of their aggregate; a lease ends by itself when its owner is killed. */
  async claim(owner: string, consumers: string[], limit: number): Promise<ParkedEventEntity[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH due AS (
         SELECT p.id FROM messaging_parked p
         WHERE p.resolved_at IS NULL AND p.consumer = ANY($2)
           AND (p.next_try IS NULL OR p.next_try <= now())
           AND (p.leased_until IS NULL OR p.leased_until < now())
           AND NOT EXISTS (
             SELECT FROM messaging_parked e
             WHERE e.resolved_at IS NULL AND e.consumer = p.consumer AND e.topic = p.topic AND e.key = p.key
               AND e.position < p.position)
         ORDER BY p.position LIMIT $3 FOR UPDATE OF p SKIP LOCKED),
       leased AS (
         UPDATE messaging_parked p SET lease_owner = $1, leased_until = now() + $4 * interval '1 second'
         FROM due WHERE p.id = due.id RETURNING p.id)
       SELECT id FROM leased`,
      [owner, consumers, limit, LEASE_SECONDS],
    );
    if (rows.length === 0) return [];
    return this.dataSource.manager
      .createQueryBuilder(ParkedEventEntity, 'p')
      .where('p.id IN (:...ids)', { ids: rows.map((row) => row.id) })
      .getMany();
  }

  /** Marks a parked event as handled, in the transaction of its effect. False when the lease was lost. */
  async resolve(manager: EntityManager, id: string, owner: string): Promise<boolean> {
    const result = await manager.update(
      ParkedEventEntity,
      { id, leaseOwner: owner },
      {
        resolvedAt: () => 'now()',
        leasedUntil: () => 'NULL',
      },
    );
    return result.affected === 1;
  }

  /** Notes another failed try and when the next one is. */
  async failed(parked: ParkedEventEntity, reason: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE messaging_parked SET reason = $2, attempts = attempts + 1, leased_until = NULL,
         next_try = now() + $3 * interval '1 millisecond'
       WHERE id = $1 AND resolved_at IS NULL`,
      [parked.id, reason, retryDelay(parked.attempts + 1, BACKOFF)],
    );
  }

  /** Milliseconds until the next try of any event of these consumers; null when none is parked. */
  async untilNext(consumers: string[]): Promise<number | null> {
    const [row] = await this.dataSource.query<{ ms: number | null }[]>(
      `SELECT extract(epoch FROM min(greatest(coalesce(next_try, now()), coalesce(leased_until, now()))) - now())::float8
         * 1000 AS ms
       FROM messaging_parked WHERE resolved_at IS NULL AND consumer = ANY($1)`,
      [consumers],
    );
    return row?.ms ?? null;
  }
}
