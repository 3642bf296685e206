import { Metrics } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MessageRegister } from '../messages/message-register.service.js';
import { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { RecipientTokens } from '../recipients/recipient-token.js';

/** An alert that cannot reach its person goes to the next one on duty (domain.md 3.1); after the last, an alarm. */
@Injectable()
export class DutyEscalation {
  private readonly logger = new Logger('DutyEscalation');

  constructor(
    private readonly register: MessageRegister,
    private readonly tokens: RecipientTokens,
    private readonly config: NotificationConfig,
    dataSource: DataSource,
    metrics: Metrics,
  ) {
    metrics.gauge({
      name: 'opgroeipunt_crises_without_alert',
      help: 'Crises of the last day of which no alert reached anybody on duty',
      async collect() {
        const [row] = await dataSource.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM (
             SELECT subject_id FROM message
             WHERE purpose = 'DUTY_ALERT' AND requested_at > now() - interval '1 day'
             GROUP BY subject_id HAVING bool_and(state IN ('FAILED', 'BOUNCED'))) AS unheard`,
        );
        this.set(row?.count ?? 0);
      },
    });
  }

  /** To be called in the transaction in which a message failed or bounced. */
  async afterFailure(manager: EntityManager, message: Message): Promise<void> {
    const { purpose, subjectId, reference, occasion, occurredAt, staffUsername, facts } = message;
    if (purpose !== 'DUTY_ALERT' || staffUsername === null) return;
    const rota = this.config.DUTY_ROTA;
    const next = rota[rota.indexOf(staffUsername) + 1];
    if (next === undefined) {
      this.logger.error({ meldingId: subjectId }, 'no alert of this crisis reached anybody on duty');
      return;
    }
    this.logger.warn({ meldingId: subjectId }, 'alert goes to the next person on duty');
    const recipientToken = this.tokens.ofStaff(next);
    await this.register.request(manager, {
      ...{ purpose, subjectId, reference, occasion, occurredAt, facts },
      recipientToken,
      staffUsername: next,
    });
  }
}
