import { Transactions, type WorkItem } from '#messaging';
import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DueMessage } from '../delivery/due-message.js';
import { NotificationConfig } from '../notification.config.js';

/**
 * After a long outage, of mail or of what brings the events, late messages leave one after the other at a set rate, all
 * processes together. What is not late does not wait for them. Times are by the clock of the database, which all
 * processes share.
 */
@Injectable()
export class LatePace {
  constructor(
    dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly config: NotificationConfig,
    metrics: Metrics,
  ) {
    metrics.gauge({
      name: 'opgroeipunt_messages_in_turn',
      help: 'Late messages that wait for their turn to leave',
      async collect() {
        const [row] = await dataSource.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM message
           WHERE slot_at > now() AND state = 'PENDING' AND combined_into IS NULL`,
        );
        this.set(row?.count ?? 0);
      },
    });
  }

  /** @returns true when it was put off until its turn */
  async putOff(item: WorkItem, { message, isLate, turnInMs }: DueMessage): Promise<boolean> {
    if (turnInMs === null && !isLate) return false;
    if (turnInMs !== null && turnInMs <= 0) return false;
    await this.transactions.run(async (manager) => {
      if (turnInMs !== null) return item.postpone(manager, turnInMs);
      const [slot] = await manager.query<{ wait: number }[]>(
        `WITH taken AS (
           UPDATE late_pace SET next_at = greatest(next_at, now()) + interval '1 minute' / $2::float8
           RETURNING next_at - interval '1 minute' / $2::float8 AS slot_at),
         noted AS (UPDATE message SET slot_at = taken.slot_at FROM taken WHERE id = $1 RETURNING message.slot_at)
         SELECT extract(epoch FROM slot_at - now())::float8 * 1000 AS wait FROM noted`,
        [message.id, this.config.LATE_PER_MINUTE],
      );
      await item.postpone(manager, slot?.wait ?? 0);
    });
    return true;
  }
}
