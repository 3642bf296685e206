import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { encode, type StoredEvent } from '../cloudevents/cloud-event.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import type { IncomingRecord, RecordSource } from '../transport/transport.js';

const PAGE = 500;

/** The outbox as a log that can be read again, for transports that keep no records themselves. */
@Injectable()
export class OutboxHistory implements RecordSource {
  readonly name: string;

  constructor(
    @Inject(MESSAGING_OPTIONS) options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {
    this.name = options.service;
  }

  /**
   * Which events there are is read by one statement, so from one snapshot. With a new one for each page, an event that
   * is committed between two pages could be left out while the next event of its aggregate is read: positions are not
   * given in order of commit. No connection is held between pages: their handlers need connections of the same pool,
   * and take longer than a transaction may stay idle.
   */
  async *history(since: Map<string, Date | null>): AsyncIterable<IncomingRecord[]> {
    const positions = await this.positions(since);
    for (let at = 0; at < positions.length; at += PAGE) {
      yield await this.page(positions.slice(at, at + PAGE));
    }
  }

  /** Numbers, since a million objects would take much memory; they are exact up to 2^53. */
  private async positions(since: Map<string, Date | null>): Promise<number[]> {
    const [row] = await this.dataSource.query<{ positions: number[] | null }[]>(
      `SELECT array_agg(o.position::float8 ORDER BY o.position) AS positions
       FROM messaging_outbox o JOIN unnest($1::text[], $2::timestamptz[]) AS wanted(topic, since) USING (topic)
       WHERE o.published_at IS NULL OR wanted.since IS NULL OR o.published_at >= wanted.since`,
      [[...since.keys()], [...since.values()]],
    );
    return row?.positions ?? [];
  }

  private async page(positions: number[]): Promise<IncomingRecord[]> {
    const rows = await this.dataSource.query<StoredEvent[]>(
      `SELECT o.id, o.type, o.topic, o.key, o.source, o.version, o.created_at AS "createdAt", o.traceparent,
         o.data::text AS data
       FROM messaging_outbox o WHERE o.position BETWEEN $1 AND $2 AND o.position = ANY($3::bigint[])
       ORDER BY o.position`,
      [positions[0], positions.at(-1), positions],
    );
    return rows.map((row) => ({ ...encode(row), position: '-' }));
  }
}
