import { WorkQueue } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Message } from './message.entity.js';

export const SEND_MESSAGE = 'send-message';
/** A kind of its own: an alert waits for no other message to the same person. */
export const SEND_URGENT_MESSAGE = 'send-urgent-message';

/** Hands a message to the workers that send it. Messages to one recipient leave in the order of their release. */
@Injectable()
export class MessageDispatch {
  constructor(
    private readonly clock: Clock,
    private readonly work: WorkQueue,
  ) {}

  /** Again, after it turned out not to have been sent: a new time to be tried begins. */
  async releaseAgain(manager: EntityManager, message: Message): Promise<void> {
    await manager.update(Message, { id: message.id }, { releasedAt: this.clock.now() });
    await this.enqueue(manager, message);
  }

  /** For whoever sets `releasedAt`, in the same transaction: once for each time. */
  async enqueue(
    manager: EntityManager,
    { id, purpose, recipientToken }: Pick<Message, 'id' | 'purpose' | 'recipientToken'>,
  ): Promise<void> {
    const urgent = purpose === 'DUTY_ALERT';
    const kind = urgent ? SEND_URGENT_MESSAGE : SEND_MESSAGE;
    await this.work.enqueue(manager, { kind, key: recipientToken, payload: { messageId: id }, urgent });
  }
}
