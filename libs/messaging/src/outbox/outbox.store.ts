import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StoredEvent } from '../cloudevents/cloud-event.js';

/** How far the claim looks for aggregates with waiting events; those backed off are not in the way. */
const LOOK_AHEAD = 1000;

/** The relay's side of the outbox: leases on aggregates, never a cursor, so a late commit is not missed. */
@Injectable()
export class OutboxStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Leases aggregates with waiting events, those that wait longest first. Two relays never hold one aggregate
   * of one lane, which keeps its order; a lease that is not renewed ends by itself.
   */
  async claim(owner: string, urgent: boolean, limit: number, leaseSeconds: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ key: string }[]>(
      `WITH waiting AS (
         SELECT key, position FROM messaging_outbox o
         WHERE published_at IS NULL AND urgent = $2 AND available_at <= now()
           AND NOT EXISTS (SELECT FROM messaging_relay_lease l
             WHERE l.key = o.key AND l.urgent = $2 AND l.leased_until > now())
           AND NOT EXISTS (SELECT FROM messaging_outbox f
             WHERE f.published_at IS NULL AND f.urgent = $2 AND f.key = o.key AND f.available_at > now())
         ORDER BY position LIMIT ${LOOK_AHEAD}),
       chosen AS (SELECT key FROM waiting GROUP BY key ORDER BY min(position) LIMIT $3)
       INSERT INTO messaging_relay_lease AS l (key, urgent, owner, leased_until)
       SELECT key, $2, $1, now() + $4 * interval '1 second' FROM chosen ORDER BY key
       ON CONFLICT (key, urgent) DO UPDATE SET owner = excluded.owner, leased_until = excluded.leased_until
         WHERE l.leased_until <= now()
       RETURNING key`,
      [owner, urgent, limit, leaseSeconds],
    );
    return rows.map((row) => row.key);
  }

  /** Waiting events of leased aggregates in order of version. Read after the lease is had, so none is missed. */
  waiting(keys: string[], urgent: boolean, limit: number): Promise<StoredEvent[]> {
    return this.dataSource.query<StoredEvent[]>(
      `SELECT id, type, topic, key, source, version, created_at AS "createdAt", traceparent, data::text AS data
       FROM messaging_outbox
       WHERE published_at IS NULL AND urgent = $2 AND key = ANY($1)
       ORDER BY key, version LIMIT $3`,
      [keys, urgent, limit],
    );
  }

  async renew(owner: string, urgent: boolean, leaseSeconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE messaging_relay_lease SET leased_until = now() + $3 * interval '1 second'
       WHERE owner = $1 AND urgent = $2`,
      [owner, urgent, leaseSeconds],
    );
  }

  /** Marks what was published, backs off what was not, and gives the leases back: one statement, so all or none. */
  async settle(owner: string, urgent: boolean, published: string[], failedKeys: string[]): Promise<void> {
    await this.dataSource.query(
      `WITH marked AS (UPDATE messaging_outbox SET published_at = now() WHERE id = ANY($3) AND published_at IS NULL),
       backed_off AS (
         UPDATE messaging_outbox SET attempts = attempts + 1,
           available_at = now() + least(power(2, attempts) * 0.1, 30) * (0.75 + random() / 2) * interval '1 second'
         WHERE key = ANY($4) AND urgent = $2 AND published_at IS NULL AND id <> ALL($3))
       DELETE FROM messaging_relay_lease WHERE owner = $1 AND urgent = $2`,
      [owner, urgent, published, failedKeys],
    );
  }

  /** Milliseconds until a waiting event is available or its lease ends; null when none waits. */
  async untilNext(urgent: boolean): Promise<number | null> {
    const [row] = await this.dataSource.query<{ ms: number | null }[]>(
      `SELECT extract(epoch FROM min(greatest(o.available_at, coalesce(l.leased_until, o.available_at))) - now())::float8
         * 1000 AS ms
       FROM (SELECT key, max(available_at) AS available_at FROM (
               SELECT key, available_at FROM messaging_outbox
               WHERE published_at IS NULL AND urgent = $1 ORDER BY position LIMIT ${LOOK_AHEAD}) w
             GROUP BY key) o
       LEFT JOIN messaging_relay_lease l ON l.key = o.key AND l.urgent = $1`,
      [urgent],
    );
    return row?.ms ?? null;
  }
}
