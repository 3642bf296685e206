import type { MeldingReceivedV1, MeldingTriagedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageDispatch } from '../messages/message-dispatch.service.js';
import { MessageRegister } from '../messages/message-register.service.js';
import { RecipientTokens } from '../recipients/recipient-token.js';
import { Judgements } from './judgements.store.js';

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
    private readonly judgements: Judgements,
    private readonly tokens: RecipientTokens,
  ) {}

  async onReceived(manager: EntityManager, melding: MeldingReceivedV1, occurredAt: Date): Promise<void> {
    if (!melding.reachableBy.email) return;
    // A possible crisis overtakes its own receipt, so the judgement may be here first.
    await this.register.requestWhenJudged(manager, {
      purpose: 'ACKNOWLEDGEMENT',
      subjectId: melding.meldingId,
      reference: melding.reference,
      occasion: OCCASION,
      occurredAt,
      recipientToken: this.tokens.ofMelder(melding.meldingId),
      staffUsername: null,
      facts: { kind: melding.kind },
    });
  }

  async onTriaged(manager: EntityManager, { meldingId, level, triagedAt }: MeldingTriagedV1): Promise<void> {
    const judged = { meldingId, level, judgedAt: new Date(triagedAt) };
    for (const message of await this.judgements.add(manager, judged))
      await this.dispatch.enqueue(manager, message);
  }
}
