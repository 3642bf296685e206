import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  MELDING_ASSIGNED,
  MELDING_CLOSED,
  MELDING_LEVEL_CHANGED,
  MELDING_STATUS_CHANGED,
  MELDING_TRIAGED,
  type MeldingAssignedV1,
  type MeldingClosedV1,
  type MeldingLevelChangedV1,
  type MeldingStatusChangedV1,
  type MeldingTriagedV1,
} from '#contracts';
import { EventContext, Projects } from '#messaging';
import { noteAssignee, noteRouting, noteStatus } from './handling.store.js';
import { stepOfStatus } from '../trace/trace.js';
import { FOLLOWING } from '../trace/following.projection.js';
import { recordStep } from '../trace/trace.store.js';

/** Follows a melding through triage, without its urgency: that is not for the melder (contract.md 3). */
@Controller()
export class HandlingConsumer {
  @Projects(MELDING_TRIAGED, FOLLOWING)
  async onTriaged(@Payload() event: MeldingTriagedV1, @Ctx() context: EventContext): Promise<void> {
    await noteRouting(context.manager, event.meldingId, event);
    await recordStep(context, event.meldingId, 'TRIAGED', event.triagedAt);
  }

  @Projects(MELDING_LEVEL_CHANGED, FOLLOWING)
  async onLevelChanged(
    @Payload() event: MeldingLevelChangedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    await noteRouting(manager, event.meldingId, event);
  }

  @Projects(MELDING_ASSIGNED, FOLLOWING)
  async onAssigned(@Payload() event: MeldingAssignedV1, @Ctx() context: EventContext): Promise<void> {
    await noteAssignee(context.manager, event.meldingId, event.assignee);
    await recordStep(context, event.meldingId, 'ASSIGNED', event.assignedAt);
  }

  @Projects(MELDING_STATUS_CHANGED, FOLLOWING)
  async onStatusChanged(
    @Payload() event: MeldingStatusChangedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    const { meldingId, status, changedAt } = event;
    await noteStatus(context.manager, meldingId, status);
    const step = stepOfStatus(status);
    if (step !== undefined) await recordStep(context, meldingId, step, changedAt);
  }

  @Projects(MELDING_CLOSED, FOLLOWING)
  async onClosed(@Payload() event: MeldingClosedV1, @Ctx() context: EventContext): Promise<void> {
    await noteStatus(context.manager, event.meldingId, event.status);
    await recordStep(context, event.meldingId, 'CLOSED', event.closedAt);
  }
}
