import { CRISIS_RAISED, type CrisisRaisedV1 } from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { MessageRegister } from '../messages/message-register.service.js';
import { NotificationConfig } from '../notification.config.js';
import { RecipientTokens } from '../recipients/recipient-token.js';

/** A crisis goes to the person on duty at once (domain.md 3.1), by the urgent lane. */
@Controller()
export class DutyAlertConsumer {
  constructor(
    private readonly register: MessageRegister,
    private readonly tokens: RecipientTokens,
    private readonly config: NotificationConfig,
  ) {}

  @EventPattern<string>(CRISIS_RAISED)
  async onRaised(@Payload() crisis: CrisisRaisedV1, @Ctx() { manager, time }: EventContext): Promise<void> {
    const [onDuty] = this.config.DUTY_ROTA;
    if (onDuty === undefined) throw new Error('The duty rota is empty.');
    await this.register.request(manager, {
      purpose: 'DUTY_ALERT',
      subjectId: crisis.meldingId,
      reference: crisis.reference,
      occasion: 'CRISIS_RAISED',
      occurredAt: time,
      recipientToken: this.tokens.ofStaff(onDuty),
      staffUsername: onDuty,
      facts: { kind: crisis.kind, caseId: crisis.caseId },
    });
  }
}
