import { labelNl } from '#contracts';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IntakeConfig } from '../intake.config.js';
import { lateSince } from './late-hand-over.js';
import { publicTrace, type PublicStep, type Recorded } from './trace.js';
import { traceOf } from './trace.query.js';

export interface ConfirmedStep extends Recorded {
  /** The service that confirmed it; for a hand-over that nobody confirmed, intake itself. */
  confirmedBy: string;
}

/** The trace of a melding as it is at this moment, with what is late now. */
@Injectable()
export class HandOverTrace {
  constructor(
    private readonly config: IntakeConfig,
    private readonly clock: Clock,
  ) {}

  /** Every step that was ever told, and what nobody told in time; oldest first. */
  async forStaff(manager: EntityManager, meldingId: string): Promise<ConfirmedStep[]> {
    const recorded: ConfirmedStep[] = await traceOf(manager, meldingId);
    const at = this.lateSince(recorded);
    return at === undefined
      ? recorded
      : inOrder([...recorded, { step: 'DELAYED', at, confirmedBy: 'intake' }]);
  }

  /** What holds now, for the melder; oldest first. */
  async forMelder(manager: EntityManager, meldingId: string): Promise<PublicStep[]> {
    const recorded = await traceOf(manager, meldingId);
    const steps = publicTrace(recorded);
    const at = this.lateSince(recorded);
    if (at === undefined) return steps;
    return inOrder([...steps, { step: 'DELAYED', at, label: labelNl('traceStep', 'DELAYED') }]);
  }

  private lateSince(recorded: readonly Recorded[]): Date | undefined {
    return lateSince(recorded, this.clock.now(), this.config.HAND_OVER_LATE_SECONDS * 1_000);
  }
}

const inOrder = <S extends { at: Date }>(steps: S[]): S[] =>
  steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
