import { Transactions, type WorkItem } from '#messaging';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DeliveryRecord } from '../delivery/delivery.record.js';
import { messageIdOf } from '../delivery/message-id.js';
import { MessageGroup } from '../messages/message-group.js';
import { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { ProviderLookups, type LookupAnswer } from './provider-lookup.js';
import { nextStep } from './settling.policy.js';

/**
 * A message that the provider may have: found out by asking the provider, else by asking a person. It is not sent
 * again before somebody knows, since a double is worse than a wait (docs/decisions/0305).
 */
@Injectable()
export class UncertainMessages {
  private readonly logger = new Logger('UncertainMessages');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly record: DeliveryRecord,
    private readonly lookups: ProviderLookups,
    private readonly config: NotificationConfig,
  ) {}

  async begin(item: WorkItem, message: Message): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.record.unknown(manager, message);
      const group = await MessageGroup.of(manager, message);
      await group.become(manager, {
        state: 'UNCERTAIN',
        lastError: 'UNCERTAIN',
        uncertainSince: () => 'now()',
      });
      await item.postpone(manager, 0);
    });
    this.logger.warn({ messageId: message.id }, 'nobody knows whether the provider has it');
  }

  /** One look at it; the item stays in the queue, and so do later messages to this recipient, until it is settled. */
  async settle(item: WorkItem, message: Message): Promise<void> {
    const seconds = await this.secondsUncertain(message);
    const answer = await this.lookUp(message);
    const step = nextStep(answer, seconds, {
      trustAfter: this.config.LOOKUP_TRUSTED_AFTER_SECONDS,
      askAfter: this.config.ASK_AFTER_SECONDS,
    });
    await this.transactions.run(async (manager) => {
      if (!(await this.isStillUncertain(manager, message))) return item.complete(manager);
      switch (step.then) {
        case 'SENT':
          await this.record.sent(manager, message, 'FOUND_AT_PROVIDER');
          return item.complete(manager);
        case 'SEND_AGAIN':
          await this.sendAgain(manager, message, 'NOT_FOUND_AT_PROVIDER');
          return item.postpone(manager, 0);
        case 'ASK':
          await (await MessageGroup.of(manager, message)).become(manager, { askedAt: () => 'now()' });
          return item.complete(manager);
        case 'WAIT':
          return item.postpone(manager, step.seconds * 1000);
      }
    });
    if (step.then === 'ASK')
      this.logger.error({ messageId: message.id }, 'a BEHEERDER has to say whether it was sent');
  }

  /** Makes it due again; whoever calls this also sees to the work item. */
  async sendAgain(manager: EntityManager, message: Message, foundBy: string): Promise<void> {
    await this.record.notTaken(manager, message, foundBy);
    const group = await MessageGroup.of(manager, message);
    await group.become(manager, { state: 'PENDING', uncertainSince: null, askedAt: null });
  }

  private async lookUp(message: Message): Promise<LookupAnswer | 'NOBODY_TO_ASK' | 'NO_ANSWER'> {
    const attempt = await this.record.openAttempt(this.dataSource.manager, message);
    const lookup = this.lookups.of(attempt?.provider ?? 'FIRST');
    if (lookup === undefined) return 'NOBODY_TO_ASK';
    try {
      return await lookup.find(messageIdOf(message.id, this.config.MAIL_FROM));
    } catch (error) {
      this.logger.warn({ messageId: message.id, err: error }, 'the provider could not be asked');
      return 'NO_ANSWER';
    }
  }

  /** By the clock of the database: that of this process may have been set since. */
  private async secondsUncertain(message: Message): Promise<number> {
    const [row] = await this.dataSource.query<{ seconds: number }[]>(
      'SELECT extract(epoch FROM now() - uncertain_since)::float8 AS seconds FROM message WHERE id = $1',
      [message.id],
    );
    return row?.seconds ?? 0;
  }

  private async isStillUncertain(manager: EntityManager, { id }: Message): Promise<boolean> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await manager.findOne(Message, { where: { id, state: 'UNCERTAIN' }, lock })) !== null;
  }
}
