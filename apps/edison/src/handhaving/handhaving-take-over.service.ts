import type { EnforcementState } from '#contracts';
import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HandhavingTransition } from '../changes/handhaving-transition.js';
import { TimelineService } from '../dossier/timeline.service.js';
import { HandhavingCase } from './handhaving-case.entity.js';
import { HandhavingState } from './handhaving-state.entity.js';

/** Opens enforcement cases that began elsewhere: their history starts with the state they came in. */
@Injectable()
export class HandhavingTakeOverService {
  constructor(
    private readonly clock: Clock,
    private readonly timeline: TimelineService,
  ) {}

  /** @returns the first step of the case; null when there is no enforcement */
  async open(
    manager: EntityManager,
    { locationId, state }: { locationId: string; state: EnforcementState },
  ): Promise<HandhavingTransition | null> {
    if (state === 'GEEN') return null;
    const now = this.clock.now();
    const handhavingId = uuidv7();
    const stepId = uuidv7();
    const step = { state, previousState: null, effectiveOn: null };
    await manager.insert(HandhavingCase, { id: handhavingId, locationId, state, openedAt: now });
    await manager.insert(HandhavingState, { id: stepId, handhavingId, ...step, recordedAt: now });
    await this.timeline.put(manager, {
      locationId,
      type: 'HANDHAVING',
      subjectId: stepId,
      happenedAt: now,
      data: { handhavingId, ...step },
    });
    return { locationId, handhavingId, ...step, changedAt: now.toISOString() };
  }
}
