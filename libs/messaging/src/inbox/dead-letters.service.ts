import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { ownerOf } from '../parking/owner.js';
import type { IncomingRecord } from '../transport/transport.js';

/** A record that is no event, without what is in it: that may be anything. */
export interface DeadLetter {
  id: string;
  /** The service that met it. */
  owner: string;
  consumer: string;
  topic: string;
  position: string;
  key: string | null;
  reason: string;
  keptAt: Date;
  ageSeconds: number;
}

export interface DeadLetterPage {
  items: DeadLetter[];
  /** Give it back to get the next page; null on the last one. */
  nextCursor: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Keeps what cannot be decoded: whole on `<topic>.dlt` where the broker keeps records, else whole in the table. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {}

  /** Rejects when the record could not be kept. */
  async add(consumer: string, record: IncomingRecord, reason: string): Promise<void> {
    const { keepsRecords } = this.options.transport;
    if (keepsRecords) await this.toTopic(consumer, record, reason);
    await this.toTable(consumer, keepsRecords ? { ...record, value: null } : record, reason);
  }

  /**
   * Newest first.
   * @param page `limit` at most 100; `cursor` is a `nextCursor` of before
   */
  async list(page: { limit: number; cursor?: string | undefined }): Promise<DeadLetterPage> {
    const limit = Math.min(page.limit, 100);
    // Ids rise with time. A cursor that is no id gives the first page: it holds nothing secret and grants nothing.
    const before = page.cursor && UUID.test(page.cursor) ? page.cursor : LAST_UUID;
    const rows = await this.dataSource.query<Omit<DeadLetter, 'owner' | 'ageSeconds'>[]>(
      `SELECT id, consumer, topic, position, key, reason, created_at AS "keptAt"
       FROM messaging_dead_letter WHERE id < $1 ORDER BY id DESC LIMIT $2`,
      [before, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({
      ...row,
      owner: ownerOf(row.consumer),
      ageSeconds: Math.floor((Date.now() - row.keptAt.getTime()) / 1000),
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private async toTopic(consumer: string, record: IncomingRecord, reason: string): Promise<void> {
    const [partition = '', offset = ''] = record.position.split(':');
    const [result] = await this.options.transport.publish(
      [
        {
          topic: `${record.topic}.dlt`,
          key: record.key ?? '',
          value: record.value,
          headers: {
            ...record.headers,
            dlt_reason: reason,
            dlt_consumer: consumer,
            dlt_origin_topic: record.topic,
            dlt_origin_partition: partition,
            dlt_origin_offset: offset,
          },
        },
      ],
      'BULK',
    );
    if (result?.status === 'rejected') throw result.reason;
  }

  private async toTable(consumer: string, record: IncomingRecord, reason: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO messaging_dead_letter (id, consumer, topic, key, position, headers, value, reason)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8
       WHERE $5 = '-' OR NOT EXISTS (
         SELECT FROM messaging_dead_letter WHERE consumer = $2 AND topic = $3 AND position = $5)`,
      [
        uuidv7(),
        consumer,
        record.topic,
        record.key,
        record.position,
        JSON.stringify(record.headers),
        record.value,
        reason,
      ],
    );
  }
}
