import {
  CLOSED_STATUSES,
  MELDING_ASSIGNED,
  MELDING_CLOSED,
  MELDING_STATUS_CHANGED,
  type MeldingAssignedV1,
  type MeldingClosedV1,
  type MeldingStatusChangedV1,
} from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { MessageRegister } from '../messages/message-register.service.js';
import { RecipientTokens } from '../recipients/recipient-token.js';
import { CaseHolders } from './case-holders.service.js';

/** Tells a handler that a case is theirs; each assignment is an occasion of its own. */
@Controller()
export class HandlerNoticeConsumer {
  constructor(
    private readonly register: MessageRegister,
    private readonly tokens: RecipientTokens,
    private readonly holders: CaseHolders,
  ) {}

  @EventPattern<string>(MELDING_ASSIGNED)
  async onAssigned(
    @Payload() assigned: MeldingAssignedV1,
    @Ctx() { id, time, manager }: EventContext,
  ): Promise<void> {
    await this.holders.assigned(manager, assigned.meldingId, assigned.assignee);
    await this.register.request(manager, {
      purpose: 'HANDLER_NOTICE',
      subjectId: assigned.meldingId,
      reference: assigned.reference,
      occasion: `ASSIGNED ${id}`,
      occurredAt: time,
      recipientToken: this.tokens.ofStaff(assigned.assignee),
      staffUsername: assigned.assignee,
      facts: { kind: assigned.kind, caseId: assigned.caseId },
    });
  }

  @EventPattern<string>(MELDING_STATUS_CHANGED)
  async onStatusChanged(
    @Payload() { meldingId, status }: MeldingStatusChangedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    await this.holders.moved(manager, meldingId, CLOSED_STATUSES.includes(status));
  }

  @EventPattern<string>(MELDING_CLOSED)
  async onClosed(@Payload() { meldingId }: MeldingClosedV1, @Ctx() { manager }: EventContext): Promise<void> {
    await this.holders.moved(manager, meldingId, true);
  }
}
