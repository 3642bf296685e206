import { NOTIFICATION_FAILED, NOTIFICATION_SENT } from '#contracts';
import { Outbox } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FailureReason } from '../messages/message-state.js';
import { Message } from '../messages/message.entity.js';
import { DeliveryAttempt, type DeliveryOutcome } from './delivery-attempt.entity.js';

interface Tried {
  outcome: DeliveryOutcome;
  reason: string | null;
  smtpStatus: string | null;
}

/** Writes down what became of a try: state, delivery log and event, in one transaction. */
@Injectable()
export class DeliveryRecord {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async sent(manager: EntityManager, message: Message): Promise<void> {
    const sentAt = await this.tried(manager, message, { outcome: 'SENT', reason: null, smtpStatus: '250' });
    await manager.update(Message, { id: message.id }, { state: 'SENT', sentAt });
    await this.outbox.publish(manager, {
      type: NOTIFICATION_SENT,
      key: message.id,
      data: { ...this.about(message), channel: message.channel, sentAt: sentAt.toISOString() },
    });
  }

  async deferred(
    manager: EntityManager,
    message: Message,
    reason: string,
    smtpStatus: string | null,
  ): Promise<void> {
    await this.tried(manager, message, { outcome: 'DEFERRED', reason, smtpStatus });
  }

  async failed(
    manager: EntityManager,
    message: Message,
    reason: FailureReason,
    smtpStatus: string | null,
  ): Promise<void> {
    const failedAt = await this.tried(manager, message, { outcome: 'FAILED', reason, smtpStatus });
    await manager.update(Message, { id: message.id }, { state: 'FAILED' });
    await this.outbox.publish(manager, {
      type: NOTIFICATION_FAILED,
      key: message.id,
      data: { ...this.about(message), reason, smtpStatus, failedAt: failedAt.toISOString() },
    });
  }

  private async tried(manager: EntityManager, message: Message, tried: Tried): Promise<Date> {
    const attemptedAt = this.clock.now();
    const attempt = message.attempts + 1;
    await manager.insert(DeliveryAttempt, { messageId: message.id, attempt, attemptedAt, ...tried });
    await manager.update(Message, { id: message.id }, { attempts: attempt, lastError: tried.reason });
    return attemptedAt;
  }

  private about(message: Message) {
    const { id, purpose, subjectId, recipientToken, template, templateVersion } = message;
    return { notificationId: id, purpose, subjectId, recipientToken, template, templateVersion };
  }
}
