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

  async *history(since: Map<string, Date | null>): AsyncIterable<IncomingRecord[]> {
    const topics = [...since.keys()];
    const times = [...since.values()];
    for (let after = '0'; ;) {
      const rows = await this.dataSource.query<(StoredEvent & { position: string })[]>(
        `SELECT o.id, o.type, o.topic, o.key, o.source, o.version, o.created_at AS "createdAt", o.traceparent,
           o.data::text AS data, o.position
         FROM messaging_outbox o JOIN unnest($1::text[], $2::timestamptz[]) AS wanted(topic, since) USING (topic)
         WHERE o.position > $3 AND (o.published_at IS NULL OR wanted.since IS NULL OR o.published_at >= wanted.since)
         ORDER BY o.position LIMIT ${PAGE}`,
        [topics, times, after],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => ({ ...encode(row), position: '-' }));
      after = last.position;
    }
  }
}
