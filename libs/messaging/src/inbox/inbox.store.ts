import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../cloudevents/cloud-event.js';

export type InboxVerdict = 'NEW' | 'HANDLED_BEFORE' | 'BEHIND_PARKED';

/**
 * Enters the event for the consumer, unless it was handled before or an earlier event of its aggregate is parked.
 * A second consumer of the same event waits here until the first one's transaction has ended.
 */
export async function enter(
  manager: EntityManager,
  consumer: string,
  topic: string,
  event: CloudEvent,
): Promise<InboxVerdict> {
  const [row] = await manager.query<{ behind: boolean; fresh: boolean }[]>(
    `WITH parked AS (
       SELECT 1 FROM messaging_parked
       WHERE consumer = $1 AND topic = $4 AND key = $5 AND resolved_at IS NULL LIMIT 1),
     fresh AS (
       INSERT INTO messaging_inbox (consumer, source, event_id)
       SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM parked)
       ON CONFLICT DO NOTHING RETURNING 1)
     SELECT EXISTS (SELECT FROM parked) AS behind, EXISTS (SELECT FROM fresh) AS fresh`,
    [consumer, event.source, event.id, topic, event.subject],
  );
  if (row?.behind) return 'BEHIND_PARKED';
  return row?.fresh ? 'NEW' : 'HANDLED_BEFORE';
}

/** Enters an event that was parked and is tried again. False when it was handled meanwhile. */
export async function enterParked(
  manager: EntityManager,
  consumer: string,
  event: CloudEvent,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO messaging_inbox (consumer, source, event_id) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, event.source, event.id],
  );
  return rows.length > 0;
}
