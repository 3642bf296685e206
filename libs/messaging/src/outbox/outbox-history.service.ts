import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { encode, type StoredEvent } from '../cloudevents/cloud-event.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import type { IncomingRecord, RecordSource } from '../transport/transport.js';

const PAGE = 500;

type Row = StoredEvent & { position: string };

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
   * Pages are read from one snapshot. With a new one for each page, an event that is committed between two pages
   * could be left out while the next event of its aggregate is read: positions are not given in order of commit.
   */
  async *history(since: Map<string, Date | null>): AsyncIterable<IncomingRecord[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      for (let page = await this.page(runner, since, '0'); page.length > 0;) {
        yield page.map((row) => ({ ...encode(row), position: '-' }));
        page = await this.page(runner, since, page.at(-1)?.position ?? '0');
      }
      await runner.commitTransaction();
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private page(runner: QueryRunner, since: Map<string, Date | null>, after: string): Promise<Row[]> {
    return runner.manager.query<Row[]>(
      `SELECT o.id, o.type, o.topic, o.key, o.source, o.version, o.created_at AS "createdAt", o.traceparent,
         o.data::text AS data, o.position
       FROM messaging_outbox o JOIN unnest($1::text[], $2::timestamptz[]) AS wanted(topic, since) USING (topic)
       WHERE o.position > $3 AND (o.published_at IS NULL OR wanted.since IS NULL OR o.published_at >= wanted.since)
       ORDER BY o.position LIMIT ${PAGE}`,
      [[...since.keys()], [...since.values()], after],
    );
  }
}
