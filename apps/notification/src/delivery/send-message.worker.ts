import { Transactions, WorkHandler, type WorkItem } from '#messaging';
import { Clock, ServiceAnswered, ServiceUnavailable } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SEND_MESSAGE } from '../messages/message-dispatch.service.js';
import { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { DeliveryRecord } from './delivery.record.js';
import { MailComposer } from './mail-composer.service.js';
import { MailProvider, RefusedMail } from './mail-provider.js';
import { smtpStatusOf } from './smtp-refusal.js';

type Item = WorkItem<{ messageId: string }>;
type Outcome = (manager: EntityManager) => Promise<void>;

const HOUR_MS = 3_600_000;

const codeOf = (error: unknown): string =>
  error instanceof ServiceUnavailable || error instanceof ServiceAnswered
    ? 'CONTACT_UNAVAILABLE'
    : 'PROVIDER_AWAY';

/** Sends one message and writes down what became of it; a failing try throws, so that the queue tries again. */
@Injectable()
export class SendMessageWorker {
  /** Taken by the provider, not yet written down: when the database fails in between, a retry sends no second mail. */
  private readonly handedOver = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly composer: MailComposer,
    private readonly provider: MailProvider,
    private readonly record: DeliveryRecord,
    private readonly clock: Clock,
    private readonly config: NotificationConfig,
  ) {}

  @WorkHandler(SEND_MESSAGE)
  async send(item: Item): Promise<void> {
    const message = await this.dataSource.manager.findOneByOrFail(Message, { id: item.payload.messageId });
    // Done by an earlier try whose end was not written down with the work.
    if (message.state !== 'PENDING') return;
    if (!this.handedOver.has(message.id)) {
      const outcome = await this.tryHandOver(item, message);
      if (outcome === 'NOT_SENT') return;
    }
    await this.finish(item, (manager) => this.record.sent(manager, message));
    this.handedOver.delete(message.id);
  }

  private async tryHandOver(item: Item, message: Message): Promise<'SENT' | 'NOT_SENT'> {
    try {
      const mail = await this.composer.compose(message);
      if (mail === undefined) {
        await this.finish(item, (manager) => this.record.failed(manager, message, 'NO_ADDRESS', null));
        return 'NOT_SENT';
      }
      await this.provider.handOver(mail);
      this.handedOver.add(message.id);
      return 'SENT';
    } catch (error) {
      await this.afterFailure(item, message, error);
      return 'NOT_SENT';
    }
  }

  private async afterFailure(item: Item, message: Message, error: unknown): Promise<void> {
    const status = smtpStatusOf(error);
    if (error instanceof RefusedMail) {
      return this.finish(item, (manager) => this.record.failed(manager, message, error.reason, status));
    }
    if (this.overdue(message)) {
      return this.finish(item, (manager) => this.record.failed(manager, message, 'GAVE_UP', status));
    }
    await this.transactions.run((manager) => this.record.deferred(manager, message, codeOf(error), status));
    throw error;
  }

  private overdue(message: Message): boolean {
    const age = this.clock.now().getTime() - message.requestedAt.getTime();
    return age > this.config.GIVE_UP_AFTER_HOURS * HOUR_MS;
  }

  private async finish(item: Item, outcome: Outcome): Promise<void> {
    await this.transactions.run(async (manager) => {
      await outcome(manager);
      await item.complete(manager);
    });
  }
}
