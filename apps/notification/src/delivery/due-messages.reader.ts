import { BatchNotBegunError, Batches, sameTurn } from '#messaging';
import { isCausedByARow } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Level } from '#contracts';
import { MESSAGE_COLUMNS } from '../messages/message.columns.js';
import type { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import type { DeliveryOutcome } from './delivery-attempt.entity.js';
import type { DueMessage } from './due-message.js';
import type { ProviderName } from './mail-provider.js';

type Row = Message & {
  isLate: boolean;
  turnInMs: number | null;
  level: Level | null;
  openProvider: ProviderName | null;
  openOutcome: DeliveryOutcome | null;
};

const MOST_TOGETHER = 32;

/** Reads messages whose turn has come: one statement for those that come at the same time. */
@Injectable()
export class DueMessages {
  private readonly together = new Batches<string, DueMessage | undefined>(
    (ids) => this.read(ids),
    MOST_TOGETHER,
    sameTurn,
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: NotificationConfig,
  ) {}

  async of(id: string): Promise<DueMessage> {
    return found(id, await this.together.add(id));
  }

  /** Without waiting for any other. */
  async atOnce(id: string): Promise<DueMessage> {
    const [due] = await this.read([id]);
    return found(id, due);
  }

  private async read(ids: string[]): Promise<(DueMessage | undefined)[]> {
    try {
      // The range lets the planner expect few rows, so that it goes by the indexes however many rows there were then.
      const rows = await this.dataSource.query<Row[]>(
        `SELECT ${MESSAGE_COLUMNS}, now() - m.occurred_at > $2 * interval '1 minute' AS "isLate",
                extract(epoch FROM m.slot_at - now())::float8 * 1000 AS "turnInMs", j.level,
                o.provider AS "openProvider", o.outcome AS "openOutcome"
         FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
         JOIN message m ON m.id = asked.id
         LEFT JOIN judgement j ON j.melding_id = m.subject_id
         LEFT JOIN LATERAL (
           SELECT a.provider, a.outcome FROM delivery_attempt a
           WHERE a.message_id = m.id AND a.outcome IN ('STARTED', 'UNKNOWN')
           ORDER BY a.attempt DESC LIMIT 1) o ON true
         WHERE asked.place BETWEEN 1 AND 1000`,
        [ids, this.config.LATE_AFTER_MINUTES],
      );
      const byId = new Map(rows.map((row) => [row.id, dueOf(row)]));
      return ids.map((id) => byId.get(id));
    } catch (error) {
      throw isCausedByARow(error) ? error : new BatchNotBegunError(error);
    }
  }
}

function dueOf({ isLate, turnInMs, level, openProvider, openOutcome, ...message }: Row): DueMessage {
  const open = openOutcome === null ? null : { provider: openProvider, outcome: openOutcome };
  return { message, open, isLate, turnInMs, level };
}

function found(id: string, due: DueMessage | undefined): DueMessage {
  if (due === undefined) throw new Error(`there is no message ${id}`);
  return due;
}
