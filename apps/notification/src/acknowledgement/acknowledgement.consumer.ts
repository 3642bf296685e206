import { MELDING_RECEIVED, MELDING_TRIAGED, type MeldingReceivedV1, type MeldingTriagedV1 } from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { AcknowledgementService } from './acknowledgement.service.js';

@Controller()
export class AcknowledgementConsumer {
  constructor(private readonly acknowledgements: AcknowledgementService) {}

  @EventPattern<string>(MELDING_RECEIVED)
  onReceived(@Payload() melding: MeldingReceivedV1, @Ctx() { manager, time }: EventContext): Promise<void> {
    return this.acknowledgements.onReceived(manager, melding, time);
  }

  @EventPattern<string>(MELDING_TRIAGED)
  onTriaged(@Payload() triaged: MeldingTriagedV1, @Ctx() { manager }: EventContext): Promise<void> {
    return this.acknowledgements.onTriaged(manager, triaged);
  }
}
