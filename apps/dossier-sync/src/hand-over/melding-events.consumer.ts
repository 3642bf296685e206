import {
  CRISIS_SUSPECTED,
  MELDING_ASSIGNED,
  MELDING_CLOSED,
  MELDING_LEVEL_CHANGED,
  MELDING_RECEIVED,
  MELDING_STATUS_CHANGED,
  MELDING_TRIAGED,
  type CrisisSuspectedV1,
  type MeldingAssignedV1,
  type MeldingClosedV1,
  type MeldingLevelChangedV1,
  type MeldingReceivedV1,
  type MeldingStatusChangedV1,
  type MeldingTriagedV1,
} from '#contracts';
import { EventContext } from '#messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { HandOverIntakeService } from './hand-over-intake.service.js';
import { assignedTo, judged, movedTo } from './melding-state.js';

/** Hears what the dossier store has to know of meldingen (domain.md 5.3: at once, not in a nightly run). */
@Controller()
export class MeldingEventsConsumer {
  constructor(private readonly handOver: HandOverIntakeService) {}

  @EventPattern<string>(MELDING_RECEIVED)
  onReceived(@Payload() melding: MeldingReceivedV1, @Ctx() { manager }: EventContext): Promise<void> {
    return this.handOver.accepted(manager, melding);
  }

  /** The same melding on the crisis topic, so that it need not wait behind bulk. */
  @EventPattern<string>(CRISIS_SUSPECTED)
  onCrisisSuspected(@Payload() melding: CrisisSuspectedV1, @Ctx() { manager }: EventContext): Promise<void> {
    return this.handOver.accepted(manager, melding);
  }

  @EventPattern<string>(MELDING_TRIAGED)
  onTriaged(
    @Payload() { meldingId, level }: MeldingTriagedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.handOver.progressed(manager, meldingId, judged(level));
  }

  @EventPattern<string>(MELDING_LEVEL_CHANGED)
  onLevelChanged(
    @Payload() { meldingId, level }: MeldingLevelChangedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.handOver.progressed(manager, meldingId, judged(level));
  }

  @EventPattern<string>(MELDING_ASSIGNED)
  onAssigned(
    @Payload() { meldingId, assignee }: MeldingAssignedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.handOver.progressed(manager, meldingId, assignedTo(assignee));
  }

  @EventPattern<string>(MELDING_STATUS_CHANGED)
  onStatusChanged(
    @Payload() { meldingId, status }: MeldingStatusChangedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.handOver.progressed(manager, meldingId, movedTo(status));
  }

  @EventPattern<string>(MELDING_CLOSED)
  onClosed(
    @Payload() { meldingId, status }: MeldingClosedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    return this.handOver.progressed(manager, meldingId, movedTo(status));
  }
}
