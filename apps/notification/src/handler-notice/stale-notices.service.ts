import { Transactions, type WorkItem } from '#messaging';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { CaseHolder } from './case-holder.entity.js';
import { staleReason } from './stale-notice.policy.js';

/** Spares a handler what no longer says anything, and tells many late assignments in one mail. */
@Injectable()
export class StaleNotices {
  private readonly logger = new Logger('StaleNotices');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly config: NotificationConfig,
  ) {}

  /** @returns true when the notice was dropped; its state and reason stay to be seen */
  async drop(item: WorkItem, message: Message): Promise<boolean> {
    if (message.purpose !== 'HANDLER_NOTICE') return false;
    const { manager } = this.dataSource;
    // One that speaks for others goes for their sake.
    if (await manager.existsBy(Message, { combinedInto: message.id })) return false;
    const holder = await manager.findOneBy(CaseHolder, { meldingId: message.subjectId });
    const reason = staleReason(message.staffUsername, holder);
    if (reason === undefined) return false;
    await this.transactions.run(async (changes) => {
      await changes.update(
        Message,
        { id: message.id, state: 'PENDING' },
        { state: 'DROPPED', lastError: reason },
      );
      await item.complete(changes);
    });
    this.logger.log({ messageId: message.id, code: reason }, 'notice dropped');
    return true;
  }

  /** A late notice takes along the other late ones of the same person that are still true and not with a provider. */
  async combine(lead: Message): Promise<void> {
    if (lead.purpose !== 'HANDLER_NOTICE' || lead.slotAt === null) return;
    await this.transactions.run((manager) =>
      manager.query(
        `UPDATE message m SET combined_into = $1
         WHERE m.recipient_token = $2 AND m.purpose = 'HANDLER_NOTICE' AND m.state = 'PENDING' AND m.id <> $1
           AND m.combined_into IS NULL AND m.released_at IS NOT NULL
           AND now() - m.occurred_at > $3 * interval '1 minute'
           AND NOT EXISTS (SELECT FROM message c WHERE c.combined_into = m.id)
           AND NOT EXISTS (SELECT FROM delivery_attempt a
             WHERE a.message_id = m.id AND a.outcome IN ('STARTED', 'UNKNOWN'))
           AND NOT EXISTS (SELECT FROM case_holder h WHERE h.melding_id = m.subject_id
             AND (h.is_closed OR h.assignee <> m.staff_username))`,
        [lead.id, lead.recipientToken, this.config.LATE_AFTER_MINUTES],
      ),
    );
  }
}
