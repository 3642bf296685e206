import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SubscriptionProgress } from '../transport/transport.js';

/** How far each group has come, for transports that keep no records themselves. */
@Injectable()
export class ProgressStore {
  constructor(private readonly dataSource: DataSource) {}

  of(consumer: string): SubscriptionProgress {
    return {
      load: (source) => this.load(consumer, source),
      save: (source, topics, handledUntil) => this.save(consumer, source, topics, handledUntil),
    };
  }

  private async load(consumer: string, source: string): Promise<Map<string, Date>> {
    const rows = await this.dataSource.query<{ topic: string; handledUntil: Date }[]>(
      `SELECT topic, handled_until AS "handledUntil" FROM messaging_progress WHERE consumer = $1 AND source = $2`,
      [consumer, source],
    );
    return new Map(rows.map((row) => [row.topic, row.handledUntil]));
  }

  private async save(consumer: string, source: string, topics: string[], handledUntil: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO messaging_progress (consumer, source, topic, handled_until)
       SELECT $1, $2, unnest($3::text[]), $4
       ON CONFLICT (consumer, source, topic) DO UPDATE SET handled_until = excluded.handled_until`,
      [consumer, source, topics, handledUntil],
    );
  }
}
