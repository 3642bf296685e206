import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import type { IncomingRecord } from '../transport/transport.js';

/** Keeps what cannot be decoded: on `<topic>.dlt` where the broker keeps records, else in a table. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {}

  /** Rejects when the record could not be kept. */
  async add(consumer: string, record: IncomingRecord, reason: string): Promise<void> {
    if (this.options.transport.keepsRecords) await this.toTopic(consumer, record, reason);
    else await this.toTable(consumer, record, reason);
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
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
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
