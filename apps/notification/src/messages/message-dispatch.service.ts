import { WorkQueue } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Message } from './message.entity.js';

export const SEND_MESSAGE = 'send-message';

/** Hands a message to the workers that send it: once. */
@Injectable()
export class MessageDispatch {
  constructor(
    private readonly clock: Clock,
    private readonly work: WorkQueue,
  ) {}

  /** Of two that release the same message at the same time, the row lock lets one through. */
  async release(manager: EntityManager, message: Pick<Message, 'id' | 'purpose'>): Promise<void> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(Message)
      .set({ releasedAt: this.clock.now() })
      .where('id = :id AND released_at IS NULL', { id: message.id })
      .execute();
    if (affected !== 1) return;
    await this.work.enqueue(manager, {
      kind: SEND_MESSAGE,
      key: message.id,
      payload: { messageId: message.id },
      urgent: message.purpose === 'DUTY_ALERT',
    });
  }
}
