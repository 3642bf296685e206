import type { Level } from '#contracts';
import { Gathered } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { asRows } from '../messages/as-rows.js';
import type { Message } from '../messages/message.entity.js';

interface Judged {
  meldingId: string;
  level: Level;
  judgedAt: Date;
}

export type Released = Pick<Message, 'id' | 'purpose' | 'recipientToken'>;

/** Keeps first judgements, and says which acknowledgements waited for them: one statement for those that come together. */
@Injectable()
export class Judgements {
  private readonly gathered = new Gathered((manager: EntityManager, all: Judged[]) =>
    this.addAll(manager, all),
  );

  constructor(private readonly clock: Clock) {}

  /** @returns the message that waited for it, now released; of two that release it the row lock lets one through */
  add(manager: EntityManager, judged: Judged): Promise<Released[]> {
    return this.gathered.ask(manager, judged);
  }

  private async addAll(manager: EntityManager, all: Judged[]): Promise<Released[][]> {
    // In a CASE: of the index of what waits the planner thinks so little that it would read all of it.
    const rows = await manager.query<(Released & { subjectId: string })[]>(
      `WITH asked AS (
         SELECT a.* FROM jsonb_to_recordset($1::jsonb) AS a(
           place integer, "meldingId" uuid, level text, "judgedAt" timestamptz)
         WHERE a.place BETWEEN 0 AND 1000),
       judged AS (
         INSERT INTO judgement (melding_id, level, judged_at)
         SELECT "meldingId", level, "judgedAt" FROM asked ORDER BY "meldingId" ON CONFLICT DO NOTHING),
       released AS (
         UPDATE message m SET released_at = $2 FROM asked a
         WHERE m.subject_id = a."meldingId"
           AND CASE WHEN m.released_at IS NULL THEN m.purpose = 'ACKNOWLEDGEMENT' ELSE false END
         RETURNING m.id, m.purpose, m.recipient_token AS "recipientToken", m.subject_id AS "subjectId")
       SELECT * FROM released`,
      [asRows(all), this.clock.now()],
    );
    return all.map(({ meldingId }) => rows.filter(({ subjectId }) => subjectId === meldingId));
  }
}
