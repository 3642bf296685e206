import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  DIFFERENCE_FOUND,
  DOSSIER_REGISTERED,
  DOSSIER_REGISTRATION_DELAYED,
  DOSSIER_REGISTRATION_REFUSED,
  type DifferenceFoundV1,
  type DossierRegisteredV1,
  type DossierRegistrationDelayedV1,
  type DossierRegistrationRefusedV1,
} from '#contracts';
import { EventContext, Projects } from '#messaging';
import { FOLLOWING } from './following.projection.js';
import { recordStep } from './trace.store.js';

/** Follows the hand-over of a melding to the dossier. */
@Controller()
export class DossierConsumer {
  @Projects(DOSSIER_REGISTERED, FOLLOWING)
  async onRegistered(@Payload() event: DossierRegisteredV1, @Ctx() context: EventContext): Promise<void> {
    await recordStep(context, event.meldingId, 'REGISTERED_IN_DOSSIER', event.registeredAt);
  }

  @Projects(DOSSIER_REGISTRATION_DELAYED, FOLLOWING)
  async onDelayed(
    @Payload() event: DossierRegistrationDelayedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    await recordStep(context, event.meldingId, 'DELAYED', event.delayedAt);
  }

  @Projects(DOSSIER_REGISTRATION_REFUSED, FOLLOWING)
  async onRefused(
    @Payload() event: DossierRegistrationRefusedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    await recordStep(context, event.meldingId, 'REGISTRATION_REFUSED', event.refusedAt);
  }

  /** What was registered and is not there: it is handed over again, and until then it is late. */
  @Projects(DIFFERENCE_FOUND, FOLLOWING)
  async onDifference(@Payload() event: DifferenceFoundV1, @Ctx() context: EventContext): Promise<void> {
    if (event.difference !== 'MISSING_IN_STORE') return;
    await recordStep(context, event.meldingId, 'REGISTRATION_LOST', event.foundAt);
  }
}
