import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export const WORK_LEASE_SECONDS = 10;

/**
 * First of its kind and key. A scalar instead of NOT EXISTS: that the planner would answer for all waiting items at
 * once, which takes longer the more of them wait, while a claim needs it for a handful.
 */
const IS_FIRST = `w.position = (SELECT min(e.position) FROM messaging_work e
  WHERE e.done_at IS NULL AND e.kind = w.kind AND e.key = w.key)`;

export interface WorkRow {
  id: string;
  kind: string;
  key: string;
  payload: Record<string, unknown>;
  attempts: number;
  createdAt: Date;
  traceparent: string | null;
}

/** The workers' side of the queue: leases, so that a killed worker is taken over (guarantee 7). */
@Injectable()
export class WorkStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Leases items that are due and first of their kind and key, those that wait longest first. */
  claim(owner: string, kinds: string[], urgent: boolean, limit: number): Promise<WorkRow[]> {
    return this.dataSource.query<WorkRow[]>(
      `WITH due AS (
         SELECT w.id FROM messaging_work w
         WHERE w.done_at IS NULL AND w.urgent = $3 AND w.due_at <= now() AND w.kind = ANY($2)
           AND (w.leased_until IS NULL OR w.leased_until < now())
           AND ${IS_FIRST}
         ORDER BY w.due_at LIMIT $4 FOR UPDATE OF w SKIP LOCKED),
       leased AS (
         UPDATE messaging_work w SET lease_owner = $1, leased_until = now() + $5 * interval '1 second'
         FROM due WHERE w.id = due.id
         RETURNING w.id, w.kind, w.key, w.payload, w.attempts, w.created_at AS "createdAt", w.traceparent)
       SELECT * FROM leased`,
      [owner, kinds, urgent, limit, WORK_LEASE_SECONDS],
    );
  }

  async renew(owner: string, ids: string[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE messaging_work SET leased_until = now() + $3 * interval '1 second'
       WHERE lease_owner = $1 AND id = ANY($2) AND done_at IS NULL`,
      [owner, ids, WORK_LEASE_SECONDS],
    );
  }

  /** Notes a failed try and gives the lease back. */
  async failed(owner: string, id: string, reason: string, retryInMs: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE messaging_work SET attempts = attempts + 1, last_error = $3, leased_until = NULL,
         due_at = now() + $4 * interval '1 millisecond'
       WHERE id = $2 AND lease_owner = $1 AND done_at IS NULL`,
      [owner, id, reason, retryInMs],
    );
  }

  /**
   * Milliseconds until an item of the lane is due or its lease ends; null when there is none. Asked when all that is
   * due is in hand, so few rows are due; of the others, however many, the first by due time is enough.
   */
  async untilNext(kinds: string[], urgent: boolean): Promise<number | null> {
    const [row] = await this.dataSource.query<{ ms: number | null }[]>(
      `SELECT extract(epoch FROM least(
         (SELECT min(greatest(w.due_at, coalesce(w.leased_until, w.due_at))) FROM messaging_work w
          WHERE w.done_at IS NULL AND w.urgent = $2 AND w.kind = ANY($1) AND w.due_at <= now() AND ${IS_FIRST}),
         (SELECT w.due_at FROM messaging_work w
          WHERE w.done_at IS NULL AND w.urgent = $2 AND w.kind = ANY($1) AND w.due_at > now() AND ${IS_FIRST}
          ORDER BY w.due_at LIMIT 1)) - now())::float8 * 1000 AS ms`,
      [kinds, urgent],
    );
    return row?.ms ?? null;
  }
}
