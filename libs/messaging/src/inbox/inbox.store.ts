import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../cloudevents/cloud-event.js';

export type InboxVerdict = 'NEW' | 'HANDLED_BEFORE' | 'BEHIND_PARKED';

export interface Entering {
  topic: string;
  event: CloudEvent;
}

/**
 * Enters events for the consumer, each unless it was handled before or an earlier event of its aggregate is parked.
 * A second consumer of the same event waits here until the first one's transaction has ended; all enter in the same
 * order, so that two batches never wait for each other.
 * @returns a verdict for each, in their order
 */
export async function enter(
  manager: EntityManager,
  consumer: string,
  entering: Entering[],
): Promise<InboxVerdict[]> {
  const rows = await manager.query<{ behind: boolean; fresh: boolean }[]>(
    `WITH offered AS (
       SELECT o.*, EXISTS (SELECT FROM messaging_parked p
         WHERE p.consumer = $1 AND p.topic = o.topic AND p.key = o.key AND p.resolved_at IS NULL) AS behind
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
         WITH ORDINALITY AS o(source, event_id, topic, key, place)),
     fresh AS (
       INSERT INTO messaging_inbox (consumer, source, event_id)
       SELECT $1, source, event_id FROM offered WHERE NOT behind ORDER BY source, event_id
       ON CONFLICT DO NOTHING RETURNING source, event_id)
     SELECT behind, EXISTS (SELECT FROM fresh f WHERE f.source = o.source AND f.event_id = o.event_id) AS fresh
     FROM offered o ORDER BY place`,
    [
      consumer,
      entering.map(({ event }) => event.source),
      entering.map(({ event }) => event.id),
      entering.map(({ topic }) => topic),
      entering.map(({ event }) => event.subject),
    ],
  );
  const seen = new Set<string>();
  return entering.map(({ event }, index) => {
    if (rows[index]?.behind) return 'BEHIND_PARKED';
    // One event can be offered twice in a batch; the statement calls both fresh.
    const name = JSON.stringify([event.source, event.id]);
    if (seen.has(name) || !rows[index]?.fresh) return 'HANDLED_BEFORE';
    seen.add(name);
    return 'NEW';
  });
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
