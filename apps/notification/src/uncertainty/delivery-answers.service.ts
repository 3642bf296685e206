import { Transactions } from '#messaging';
import { AuditLog, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeliveryRecord } from '../delivery/delivery.record.js';
import { MessageDispatch } from '../messages/message-dispatch.service.js';
import { Message } from '../messages/message.entity.js';
import { messageNotUncertain, noSuchMessage } from '../messages/message.problems.js';
import type { DeliveryAnswer } from './delivery-answer.dto.js';
import { UncertainMessages } from './uncertain-message.service.js';

/** What a person found out about a message of which no machine could tell whether it was sent. */
@Injectable()
export class DeliveryAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly record: DeliveryRecord,
    private readonly uncertain: UncertainMessages,
    private readonly dispatch: MessageDispatch,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ProblemException 404 or 409 */
  give(id: string, answer: DeliveryAnswer, actor: Actor): Promise<Message> {
    return this.transactions.run(async (manager) => {
      const message = await this.leadOf(manager, id);
      if (message.state !== 'UNCERTAIN') throw messageNotUncertain();
      if (answer === 'SENT') await this.record.sent(manager, message, 'SAID_BY_PERSON');
      else await this.sendAgain(manager, message);
      const action = 'ANSWER_WHETHER_SENT';
      await this.audit.record(manager, { actor, action, subject: message.id, detail: { answer } });
      return manager.findOneByOrFail(Message, { id });
    });
  }

  private async sendAgain(manager: EntityManager, message: Message): Promise<void> {
    await this.uncertain.sendAgain(manager, message, 'SAID_BY_PERSON');
    await this.dispatch.releaseAgain(manager, message);
  }

  /** One mail may tell several messages: the answer is about the mail. */
  private async leadOf(manager: EntityManager, id: string): Promise<Message> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await manager.findOne(Message, { where: { id }, lock });
    if (found === null) throw noSuchMessage();
    if (found.combinedInto === null) return found;
    return manager.findOneOrFail(Message, { where: { id: found.combinedInto }, lock });
  }
}
