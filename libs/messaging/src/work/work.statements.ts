import type { EntityManager } from 'typeorm';
import { LostWorkLeaseError } from './lost-work-lease.error.js';

export interface WorkRowToInsert {
  id: string;
  kind: string;
  key: string;
  payload: object;
  dueAt: Date | null;
  urgent: boolean;
  traceparent: string | null;
}

export interface CompletedWork {
  id: string;
  kind: string;
  /** Who held the lease. */
  owner: string;
}

export interface CancelledWork {
  kind: string;
  key: string;
}

/** Writers of one kind and key wait for each other, so that the order of the items is that of the commits. */
export async function insertWork(manager: EntityManager, rows: WorkRowToInsert[]): Promise<void> {
  const numbered = rows.map(({ dueAt, ...row }, ordinal) => ({ ...row, due_at: dueAt, ordinal }));
  await manager.query(
    `WITH input AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(
         id uuid, kind text, key text, payload jsonb, due_at timestamptz, urgent boolean, traceparent text,
         ordinal integer)),
     turns AS MATERIALIZED (
       SELECT pg_advisory_xact_lock(hashtextextended(kind || ':' || key, 7))
       FROM (SELECT DISTINCT kind, key FROM input ORDER BY kind, key) AS asked)
     INSERT INTO messaging_work (id, kind, key, payload, due_at, urgent, traceparent)
     SELECT id, kind, key, payload, coalesce(due_at, now()), urgent, traceparent
     FROM (SELECT count(*) FROM turns) AS taken, input ORDER BY ordinal`,
    [JSON.stringify(numbered)],
  );
}

/** @throws LostWorkLeaseError when another worker took one of them over */
export async function completeWork(manager: EntityManager, items: CompletedWork[]): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH done AS (
       UPDATE messaging_work w SET done_at = now(), leased_until = NULL, last_error = NULL
       FROM unnest($1::uuid[], $2::uuid[]) AS item(id, owner)
       WHERE w.id = item.id AND w.lease_owner = item.owner AND w.done_at IS NULL RETURNING w.id)
     SELECT id FROM done`,
    [items.map(({ id }) => id), items.map(({ owner }) => owner)],
  );
  const done = new Set(rows.map(({ id }) => id));
  const lost = items.find(({ id }) => !done.has(id));
  if (lost) throw new LostWorkLeaseError(lost.kind);
}

/** Ends what nobody has in hand. */
export async function cancelWork(manager: EntityManager, cancelled: CancelledWork[]): Promise<void> {
  await manager.query(
    `UPDATE messaging_work w SET done_at = now()
     FROM unnest($1::text[], $2::text[]) AS cancelled(kind, key)
     WHERE w.kind = cancelled.kind AND w.key = cancelled.key AND w.done_at IS NULL
       AND (w.leased_until IS NULL OR w.leased_until < now())`,
    [cancelled.map(({ kind }) => kind), cancelled.map(({ key }) => key)],
  );
}
