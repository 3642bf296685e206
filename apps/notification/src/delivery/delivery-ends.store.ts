import { Gathered } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { asRows } from '../messages/as-rows.js';
import { MESSAGE_COLUMNS } from '../messages/message.columns.js';
import type { Message } from '../messages/message.entity.js';

interface Taken {
  /** Id of the message. */
  id: string;
  /** Number of its latest try. */
  attempt: number;
  reason: string | null;
}

export interface Told {
  sentAt: Date;
  /** The messages that became sent: it and those that its mail also tells; none when more was known already. */
  told: Message[];
}

/** Notes mails that were taken at the same time by one statement of their common transaction. */
@Injectable()
export class DeliveryEnds {
  private readonly gathered = new Gathered((manager: EntityManager, all: Taken[]) =>
    this.noteAll(manager, all),
  );

  constructor(private readonly clock: Clock) {}

  /** @param foundBy who found out, when it was not the provider's answer; null when it was */
  async sent(manager: EntityManager, message: Message, foundBy: string | null): Promise<Told> {
    const taken = { id: message.id, attempt: message.attempts, reason: foundBy };
    // The alert of a crisis waits for no other.
    if (message.purpose !== 'DUTY_ALERT') return this.gathered.ask(manager, taken);
    const [told] = await this.noteAll(manager, [taken]);
    return told ?? { sentAt: this.clock.now(), told: [] };
  }

  private async noteAll(manager: EntityManager, all: Taken[]): Promise<Told[]> {
    const sentAt = this.clock.now();
    // A report that it bounced or arrived says more than that it was sent: then only the try is noted.
    const rows = await manager.query<(Message & { lead: string })[]>(
      `WITH locked AS (
         SELECT a.*, m.state IN ('PENDING', 'UNCERTAIN') AS opens
         FROM jsonb_to_recordset($1::jsonb) AS a(place integer, id uuid, attempt integer, reason text)
         JOIN message m USING (id) WHERE a.place BETWEEN 0 AND 1000 ORDER BY id FOR UPDATE OF m),
       known AS (
         UPDATE delivery_attempt d SET outcome = 'SENT', reason = l.reason, smtp_status = NULL FROM locked l
         WHERE d.message_id = l.id AND d.attempt = l.attempt AND d.outcome IN ('STARTED', 'UNKNOWN')
         RETURNING d.message_id),
       ended AS (
         SELECT l.*, l.attempt + CASE WHEN k.message_id IS NULL THEN 1 ELSE 0 END AS attempts
         FROM locked l LEFT JOIN known k ON k.message_id = l.id),
       added AS (
         INSERT INTO delivery_attempt (message_id, attempt, attempted_at, outcome, reason)
         SELECT id, attempts, $2, 'SENT', reason FROM ended WHERE attempts > attempt),
       leads AS (
         UPDATE message m SET attempts = e.attempts,
           state = CASE WHEN e.opens THEN 'SENT' ELSE m.state END,
           sent_at = CASE WHEN e.opens THEN $2 ELSE m.sent_at END,
           last_error = CASE WHEN e.opens THEN NULL ELSE e.reason END,
           uncertain_since = CASE WHEN e.opens THEN NULL ELSE m.uncertain_since END,
           asked_at = CASE WHEN e.opens THEN NULL ELSE m.asked_at END
         FROM ended e WHERE m.id = e.id RETURNING m.*, e.opens, m.id AS lead),
       others AS (
         UPDATE message m SET state = 'SENT', sent_at = $2, last_error = NULL, uncertain_since = NULL, asked_at = NULL
         FROM ended e WHERE m.combined_into = e.id AND e.opens RETURNING m.*, e.id AS lead)
       SELECT ${MESSAGE_COLUMNS}, m.lead FROM leads m WHERE m.opens
       UNION ALL
       SELECT ${MESSAGE_COLUMNS}, m.lead FROM others m`,
      [asRows(all), sentAt],
    );
    const byLead = Map.groupBy(rows, ({ lead }) => lead);
    return all.map(({ id }) => ({ sentAt, told: byLead.get(id) ?? [] }));
  }
}
