import { BatchNotBegunError, Batches, sameTurn } from '#messaging';
import { Clock, isCausedByARow } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asRows } from '../messages/as-rows.js';
import type { Message } from '../messages/message.entity.js';
import type { ProviderName } from './mail-provider.js';

interface Start {
  /** Id of the message. */
  id: string;
  /** Number of the try. */
  attempt: number;
  provider: ProviderName;
}

const MOST_TOGETHER = 32;

/** Commits tries that begin at the same time by one statement. */
@Injectable()
export class DeliveryStarts {
  private readonly together = new Batches<Start, boolean>(
    (starts) => this.beginAll(starts),
    MOST_TOGETHER,
    sameTurn,
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when it is committed.
   * @returns false when the message is not to be sent any more, or the try was begun by somebody else
   */
  async begin({ purpose }: Message, start: Start): Promise<boolean> {
    // The alert of a crisis shares its commit with no other message.
    if (purpose !== 'DUTY_ALERT') return this.together.add(start);
    const [begun] = await this.beginAll([start]);
    return begun ?? false;
  }

  private async beginAll(starts: Start[]): Promise<boolean[]> {
    try {
      // In a CASE: of the index of what is pending the planner thinks so little that it would read all of it.
      const rows = await this.dataSource.query<{ id: string }[]>(
        `WITH asked AS (
           SELECT a.* FROM jsonb_to_recordset($1::jsonb) AS a(place integer, id uuid, attempt integer, provider text)
           WHERE a.place BETWEEN 0 AND 1000),
         begun AS (
           UPDATE message m SET attempts = a.attempt FROM asked a
           WHERE m.id = a.id AND CASE WHEN m.state = 'PENDING' THEN m.attempts = a.attempt - 1 ELSE false END
           RETURNING m.id),
         noted AS (
           INSERT INTO delivery_attempt (message_id, attempt, provider, attempted_at, outcome)
           SELECT id, a.attempt, a.provider, $2, 'STARTED' FROM begun JOIN asked a USING (id) RETURNING message_id)
         SELECT message_id AS id FROM noted`,
        [asRows(starts), this.clock.now()],
      );
      const begun = new Set(rows.map(({ id }) => id));
      return starts.map(({ id }) => begun.has(id));
    } catch (error) {
      throw isCausedByARow(error) ? error : new BatchNotBegunError(error);
    }
  }
}
