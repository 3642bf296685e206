import { MELDING_ASSIGNED, type MeldingAssignedV1 } from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { MessageRegister } from '../messages/message-register.service.js';
import { RecipientTokens } from '../recipients/recipient-token.js';

/** Tells a handler that a case is theirs; each assignment is an occasion of its own. */
@Controller()
export class HandlerNoticeConsumer {
  constructor(
    private readonly register: MessageRegister,
    private readonly tokens: RecipientTokens,
  ) {}

  @EventPattern<string>(MELDING_ASSIGNED)
  async onAssigned(
    @Payload() assigned: MeldingAssignedV1,
    @Ctx() { id, manager }: EventContext,
  ): Promise<void> {
    await this.register.request(manager, {
      purpose: 'HANDLER_NOTICE',
      subjectId: assigned.meldingId,
      reference: assigned.reference,
      occasion: `ASSIGNED ${id}`,
      recipientToken: this.tokens.ofStaff(assigned.assignee),
      staffUsername: assigned.assignee,
      facts: { kind: assigned.kind, caseId: assigned.caseId },
    });
  }
}
