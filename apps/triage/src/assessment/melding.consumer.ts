import { CRISIS_SUSPECTED, MELDING_RECEIVED, type CodedMelding } from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CaseOpening } from './case-opening.service.js';

/** Both events tell the same melding; whichever comes first opens the case (docs/decisions/0003). */
@Controller()
export class MeldingConsumer {
  constructor(private readonly opening: CaseOpening) {}

  @EventPattern<string>(MELDING_RECEIVED)
  async onReceived(@Payload() melding: CodedMelding, @Ctx() { manager, time }: EventContext): Promise<void> {
    await this.opening.open(manager, melding, time);
  }

  @EventPattern<string>(CRISIS_SUSPECTED)
  async onCrisisSuspected(
    @Payload() melding: CodedMelding,
    @Ctx() { manager, time }: EventContext,
  ): Promise<void> {
    await this.opening.open(manager, melding, time);
  }
}
