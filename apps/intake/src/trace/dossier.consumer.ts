import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  DOSSIER_REGISTERED,
  DOSSIER_REGISTRATION_DELAYED,
  DOSSIER_REGISTRATION_REFUSED,
  type DossierRegisteredV1,
  type DossierRegistrationDelayedV1,
  type DossierRegistrationRefusedV1,
} from '#contracts';
import { EventContext } from '#messaging';
import { recordStep } from './trace.store.js';

/** Follows the hand-over of a melding to the dossier. */
@Controller()
export class DossierConsumer {
  @EventPattern<string>(DOSSIER_REGISTERED)
  async onRegistered(@Payload() event: DossierRegisteredV1, @Ctx() context: EventContext): Promise<void> {
    await recordStep(context, event.meldingId, 'REGISTERED_IN_DOSSIER', event.registeredAt);
  }

  @EventPattern<string>(DOSSIER_REGISTRATION_DELAYED)
  async onDelayed(
    @Payload() event: DossierRegistrationDelayedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    await recordStep(context, event.meldingId, 'DELAYED', event.delayedAt);
  }

  @EventPattern<string>(DOSSIER_REGISTRATION_REFUSED)
  async onRefused(
    @Payload() event: DossierRegistrationRefusedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    await recordStep(context, event.meldingId, 'REGISTRATION_REFUSED', event.refusedAt);
  }
}
