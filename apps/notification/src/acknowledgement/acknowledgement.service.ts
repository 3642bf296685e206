import type { MeldingReceivedV1, MeldingTriagedV1 } from '#contracts';
import { WorkHandler, WorkQueue, type WorkItem } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageDispatch } from '../messages/message-dispatch.service.js';
import { MessageRegister } from '../messages/message-register.service.js';
import { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { RecipientTokens } from '../recipients/recipient-token.js';
import { Judgement } from './judgement.entity.js';

const ACKNOWLEDGE_AT_LATEST = 'acknowledge-at-latest';
const OCCASION = 'RECEIVED';

/**
 * One acknowledgement for every melding with a mail address (domain.md 4.1): when the melding is judged, since what
 * it promises depends on the level, and without that promise when the judgement takes too long.
 */
@Injectable()
export class AcknowledgementService {
  constructor(
    private readonly register: MessageRegister,
    private readonly dispatch: MessageDispatch,
    private readonly tokens: RecipientTokens,
    private readonly work: WorkQueue,
    private readonly clock: Clock,
    private readonly config: NotificationConfig,
  ) {}

  async onReceived(manager: EntityManager, melding: MeldingReceivedV1, occurredAt: Date): Promise<void> {
    if (!melding.reachableBy.email) return;
    const message = await this.register.register(manager, {
      purpose: 'ACKNOWLEDGEMENT',
      subjectId: melding.meldingId,
      reference: melding.reference,
      occasion: OCCASION,
      occurredAt,
      recipientToken: this.tokens.ofMelder(melding.meldingId),
      staffUsername: null,
      facts: { kind: melding.kind },
    });
    if (message === undefined) return;
    // A possible crisis overtakes its own receipt, so the judgement may be here first.
    const judged = await manager.existsBy(Judgement, { meldingId: melding.meldingId });
    if (judged) return this.dispatch.release(manager, message.id);
    await this.work.enqueue(manager, {
      kind: ACKNOWLEDGE_AT_LATEST,
      key: message.id,
      payload: { messageId: message.id },
      dueAt: new Date(this.clock.now().getTime() + this.config.ACKNOWLEDGE_WITHIN_SECONDS * 1000),
    });
  }

  async onTriaged(manager: EntityManager, { meldingId, level, triagedAt }: MeldingTriagedV1): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Judgement)
      .values({ meldingId, level, judgedAt: new Date(triagedAt) })
      .orIgnore()
      .execute();
    const waiting = await manager.findOneBy(Message, { subjectId: meldingId, purpose: 'ACKNOWLEDGEMENT' });
    if (waiting !== null) await this.dispatch.release(manager, waiting.id);
  }

  @WorkHandler(ACKNOWLEDGE_AT_LATEST)
  async releaseAtLatest(item: WorkItem<{ messageId: string }>): Promise<void> {
    await item.finish((manager) => this.dispatch.release(manager, item.payload.messageId));
  }
}
