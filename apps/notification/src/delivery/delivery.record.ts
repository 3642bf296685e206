import { NOTIFICATION_FAILED, NOTIFICATION_SENT } from '#contracts';
import { Outbox } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { FailureReason } from '../messages/message-state.js';
import { aboutMessage } from '../messages/message-events.js';
import { Message } from '../messages/message.entity.js';
import { MessageGroup } from '../messages/message-group.js';
import { DeliveryAttempt, type DeliveryOutcome } from './delivery-attempt.entity.js';
import { DeliveryEnds } from './delivery-ends.store.js';
import { DeliveryStarts } from './delivery-starts.store.js';
import type { ProviderName } from './mail-provider.js';

interface Tried {
  outcome: Exclude<DeliveryOutcome, 'STARTED' | 'SENT'>;
  reason: string | null;
  smtpStatus: string | null;
}

/** The provider may have it. */
const OPEN: DeliveryOutcome[] = ['STARTED', 'UNKNOWN'];
/** What each outcome may follow in the row of the same try; where it follows nothing, the try never got that far. */
const FOLLOWS: Record<Tried['outcome'], DeliveryOutcome[]> = {
  NOT_TAKEN: OPEN,
  UNKNOWN: OPEN,
  DEFERRED: ['STARTED'],
  FAILED: ['STARTED'],
};

/** Writes down what becomes of a try: state, delivery log and event, in one transaction. */
@Injectable()
export class DeliveryRecord {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly starts: DeliveryStarts,
    private readonly ends: DeliveryEnds,
  ) {}

  /**
   * Commits that the content is about to leave: whatever dies after this, somebody finds the row. The number of the try
   * is unique, so of two workers that hold the same message one sends.
   * @throws when the message is no longer to be sent, or another worker began this try
   */
  async started(message: Message, provider: ProviderName): Promise<void> {
    const attempt = message.attempts + 1;
    const begun = await this.starts.begin(message, { id: message.id, attempt, provider });
    if (!begun) throw new Error('message is not to be sent any more, or somebody else began this try');
    message.attempts = attempt;
  }

  async sent(manager: EntityManager, message: Message, foundBy: string | null): Promise<void> {
    const { sentAt, told } = await this.ends.sent(manager, message, foundBy);
    await this.outbox.publish(
      manager,
      ...told.map((one) => ({
        type: NOTIFICATION_SENT,
        key: one.id,
        data: { ...aboutMessage(one), channel: one.channel, sentAt: sentAt.toISOString() },
      })),
    );
  }

  /** Certainly not taken; it will be tried again. */
  async deferred(
    manager: EntityManager,
    message: Message,
    reason: string,
    smtpStatus: string | null,
  ): Promise<void> {
    await this.tried(manager, message, { outcome: 'DEFERRED', reason, smtpStatus });
    // A late message takes a new turn: when the provider is back, all that waited would go at once.
    await manager.update(Message, { id: message.id }, { slotAt: null });
  }

  async failed(
    manager: EntityManager,
    message: Message,
    reason: FailureReason,
    smtpStatus: string | null,
  ): Promise<void> {
    await this.tried(manager, message, { outcome: 'FAILED', reason, smtpStatus });
    const failedAt = this.clock.now().toISOString();
    const group = await MessageGroup.of(manager, message);
    await group.become(manager, { state: 'FAILED', lastError: reason });
    await this.outbox.publish(
      manager,
      ...group.messages.map((one) => ({
        type: NOTIFICATION_FAILED,
        key: one.id,
        data: { ...aboutMessage(one), reason, smtpStatus, failedAt },
      })),
    );
  }

  /** Nobody knows whether the provider has it. */
  async unknown(manager: EntityManager, message: Message): Promise<void> {
    await this.tried(manager, message, { outcome: 'UNKNOWN', reason: 'ANSWER_LOST', smtpStatus: null });
  }

  /** Found out that the provider does not have it: it may be sent again. */
  async notTaken(manager: EntityManager, message: Message, foundBy: string): Promise<void> {
    await this.tried(manager, message, { outcome: 'NOT_TAKEN', reason: foundBy, smtpStatus: null });
  }

  /** The latest try by which the provider may have it, if any. */
  async openAttempt(manager: EntityManager, message: Message): Promise<DeliveryAttempt | null> {
    return manager.findOne(DeliveryAttempt, {
      where: { messageId: message.id, outcome: In(OPEN) },
      order: { attempt: 'DESC' },
    });
  }

  private async tried(manager: EntityManager, message: Message, tried: Tried): Promise<void> {
    const { id: messageId, attempts } = message;
    const begun = { messageId, attempt: attempts, outcome: In(FOLLOWS[tried.outcome]) };
    const { affected } = await manager.update(DeliveryAttempt, begun, tried);
    const attempt = affected === 0 ? attempts + 1 : attempts;
    if (affected === 0) {
      const attemptedAt = this.clock.now();
      await manager.insert(DeliveryAttempt, { messageId, attempt, attemptedAt, provider: null, ...tried });
    }
    await manager.update(Message, { id: messageId }, { attempts: attempt, lastError: tried.reason });
  }
}
