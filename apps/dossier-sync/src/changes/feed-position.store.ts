import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Longer than a call to the store may take with its database work; after a crash another process waits this long. */
const LEASE_SECONDS = 15;

/** Another process reads the feed now. */
export class LostFeedLeaseError extends Error {
  override readonly name = 'LostFeedLeaseError';
}

/** The place in a feed, with a lease so that one process reads at a time. Time is that of the database. */
@Injectable()
export class FeedPositionStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes or prolongs the lease.
   * @returns the last sequence that was published; null while another process has the lease
   */
  async claim(feed: string, owner: string): Promise<number | null> {
    const rows = await this.dataSource.query<{ last_sequence: string }[]>(
      `WITH claimed AS (
         UPDATE feed_position SET leased_by = $2, leased_until = now() + $3 * interval '1 second'
         WHERE feed = $1 AND (leased_by IS NULL OR leased_by = $2 OR leased_until < now())
         RETURNING last_sequence)
       SELECT last_sequence FROM claimed`,
      [feed, owner, LEASE_SECONDS],
    );
    return rows[0] === undefined ? null : Number(rows[0].last_sequence);
  }

  /**
   * Moves on, in the transaction of what is published.
   * @throws LostFeedLeaseError when another process took over or has moved on already
   */
  async advance(
    manager: EntityManager,
    feed: string,
    owner: string,
    place: { from: number; to: number },
  ): Promise<void> {
    const rows = await manager.query<unknown[]>(
      `WITH moved AS (
         UPDATE feed_position SET last_sequence = $4 WHERE feed = $1 AND leased_by = $2 AND last_sequence = $3
         RETURNING feed)
       SELECT feed FROM moved`,
      [feed, owner, place.from, place.to],
    );
    if (rows.length === 0) throw new LostFeedLeaseError('another process reads this feed');
  }

  /** Gives the lease back, so that another process need not wait for its end. */
  async release(feed: string, owner: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE feed_position SET leased_by = NULL, leased_until = NULL WHERE feed = $1 AND leased_by = $2',
      [feed, owner],
    );
  }
}
