import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
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
import { EventContext } from '#messaging';
import { noteAssignee, noteRouting, noteStatus } from './handling.store.js';
import { stepOfStatus } from '../trace/trace.js';
import { recordStep } from '../trace/trace.store.js';

/** Follows a melding through triage, without its urgency: that is not for the melder (contract.md 3). */
@Controller()
export class HandlingConsumer {
  @EventPattern<string>(MELDING_TRIAGED)
  async onTriaged(@Payload() event: MeldingTriagedV1, @Ctx() context: EventContext): Promise<void> {
    await noteRouting(context.manager, event.meldingId, event);
    await recordStep(context, event.meldingId, 'TRIAGED', event.triagedAt);
  }

  @EventPattern<string>(MELDING_LEVEL_CHANGED)
  async onLevelChanged(
    @Payload() event: MeldingLevelChangedV1,
    @Ctx() { manager }: EventContext,
  ): Promise<void> {
    await noteRouting(manager, event.meldingId, event);
  }

  @EventPattern<string>(MELDING_ASSIGNED)
  async onAssigned(@Payload() event: MeldingAssignedV1, @Ctx() context: EventContext): Promise<void> {
    await noteAssignee(context.manager, event.meldingId, event.assignee);
    await recordStep(context, event.meldingId, 'ASSIGNED', event.assignedAt);
  }

  @EventPattern<string>(MELDING_STATUS_CHANGED)
  async onStatusChanged(
    @Payload() event: MeldingStatusChangedV1,
    @Ctx() context: EventContext,
  ): Promise<void> {
    const { meldingId, status, changedAt } = event;
    await noteStatus(context.manager, meldingId, status);
    const step = stepOfStatus(status);
    if (step !== undefined) await recordStep(context, meldingId, step, changedAt);
  }

  @EventPattern<string>(MELDING_CLOSED)
  async onClosed(@Payload() event: MeldingClosedV1, @Ctx() context: EventContext): Promise<void> {
    await noteStatus(context.manager, event.meldingId, event.status);
    await recordStep(context, event.meldingId, 'CLOSED', event.closedAt);
  }
}
