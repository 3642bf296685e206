import { LostWorkLeaseError, rush, Transactions, type WorkItem } from '#messaging';
import { Clock, ServiceAnswered, ServiceUnavailable } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutyEscalation } from '../duty-alert/duty-escalation.service.js';
import { Message } from '../messages/message.entity.js';
import type { FailureReason } from '../messages/message-state.js';
import { NotificationConfig } from '../notification.config.js';
import { UncertainMessages } from '../uncertainty/uncertain-message.service.js';
import type { DueMessage } from './due-message.js';
import { DeliveryRecord } from './delivery.record.js';
import { MailComposer } from './mail-composer.service.js';
import { MailProviders } from './mail-providers.service.js';
import { MaybeTaken, NotTaken, RefusedMail, type OutgoingMail, type ProviderName } from './mail-provider.js';

const HOUR_MS = 3_600_000;

/** One try to hand a message over, and what is written down of it. */
@Injectable()
export class HandOver {
  private readonly logger = new Logger('HandOver');
  /** Taken by a provider, not yet written down: when the database fails in between, nobody has to be asked. */
  private readonly taken = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly composer: MailComposer,
    private readonly providers: MailProviders,
    private readonly record: DeliveryRecord,
    private readonly uncertain: UncertainMessages,
    private readonly escalation: DutyEscalation,
    private readonly clock: Clock,
    private readonly config: NotificationConfig,
  ) {}

  /** @returns false when this process does not know the message to be taken */
  async writeDownTaken(item: WorkItem, message: Message): Promise<boolean> {
    if (!this.taken.has(message.id)) return false;
    const known = (manager: EntityManager) => this.record.sent(manager, message, null);
    try {
      await this.finish(item, known);
    } catch (error) {
      // The work is another's by now; what happened to the mail is known here alone.
      if (!(error instanceof LostWorkLeaseError)) throw error;
      await this.transactions.run(known);
    }
    this.taken.delete(message.id);
    return true;
  }

  async attempt(item: WorkItem, due: DueMessage): Promise<void> {
    const { message } = due;
    await this.letUrgentGo(message);
    const mail = await this.compose(item, due);
    if (mail === 'GAVE_UP') return;
    if (mail === 'NO_ADDRESS') return this.fail(item, message, 'NO_ADDRESS', null);
    await this.letUrgentGo(message);
    try {
      await this.offer(due, mail);
    } catch (error) {
      return this.notSent(item, message, error);
    }
    await this.writeDownTaken(item, message);
  }

  private async letUrgentGo({ purpose }: Message): Promise<void> {
    if (purpose !== 'DUTY_ALERT') await rush.turn();
  }

  private async compose(item: WorkItem, due: DueMessage): Promise<OutgoingMail | 'NO_ADDRESS' | 'GAVE_UP'> {
    try {
      return (await this.composer.compose(due)) ?? 'NO_ADDRESS';
    } catch (error) {
      if (error instanceof ServiceUnavailable || error instanceof ServiceAnswered)
        return this.defer(item, due.message, 'CONTACT_UNAVAILABLE', error);
      throw error;
    }
  }

  private async offer(due: DueMessage, mail: OutgoingMail): Promise<void> {
    const { message } = due;
    const mayHaveIt = await this.providerThatMayHave(due);
    await this.providers.handOver(
      mail,
      {
        contentBegins: (provider) => this.record.started(message, provider),
        passedOn: ({ smtpStatus }) => this.passedOn(message, smtpStatus),
      },
      mayHaveIt,
    );
    this.taken.add(message.id);
  }

  /** An urgent message is offered again although a provider may have it: then rather to the other one. */
  private async providerThatMayHave({ message, open }: DueMessage): Promise<ProviderName | null> {
    if (message.purpose !== 'DUTY_ALERT' || open === null) return null;
    if (open.outcome === 'STARTED')
      await this.transactions.run((manager) => this.record.unknown(manager, message));
    this.logger.warn({ messageId: message.id }, 'offered again, the provider may have it already');
    return open.provider;
  }

  private async passedOn(message: Message, smtpStatus: string | null): Promise<void> {
    const open = await this.record.openAttempt(this.dataSource.manager, message);
    if (open?.outcome !== 'STARTED') return;
    await this.transactions.run((manager) =>
      this.record.deferred(manager, message, 'PROVIDER_AWAY', smtpStatus),
    );
  }

  private async notSent(item: WorkItem, message: Message, error: unknown): Promise<void> {
    if (error instanceof RefusedMail) return this.fail(item, message, error.reason, error.smtpStatus);
    if (error instanceof MaybeTaken && message.purpose !== 'DUTY_ALERT')
      return this.uncertain.begin(item, message);
    if (!(error instanceof NotTaken)) throw error;
    await this.defer(item, message, 'PROVIDER_AWAY', error);
  }

  /**
   * Notes a try that certainly did not arrive.
   * @returns when the message is overdue and given up
   * @throws the reason otherwise, so that it is tried again
   */
  private async defer(item: WorkItem, message: Message, reason: string, error: Error): Promise<'GAVE_UP'> {
    const smtpStatus = error instanceof NotTaken ? error.smtpStatus : null;
    if (this.overdue(message)) {
      await this.fail(item, message, 'GAVE_UP', smtpStatus);
      return 'GAVE_UP';
    }
    await this.transactions.run((manager) => this.record.deferred(manager, message, reason, smtpStatus));
    throw error;
  }

  private async fail(
    item: WorkItem,
    message: Message,
    reason: FailureReason,
    smtpStatus: string | null,
  ): Promise<void> {
    await this.finish(item, async (manager) => {
      await this.record.failed(manager, message, reason, smtpStatus);
      await this.escalation.afterFailure(manager, message);
    });
  }

  private overdue(message: Message): boolean {
    const since = message.releasedAt ?? message.requestedAt;
    return this.clock.now().getTime() - since.getTime() > this.config.GIVE_UP_AFTER_HOURS * HOUR_MS;
  }

  private async finish(item: WorkItem, outcome: (manager: EntityManager) => Promise<void>): Promise<void> {
    await item.finish(outcome);
  }
}
