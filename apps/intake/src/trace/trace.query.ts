import type { EntityManager } from 'typeorm';
import { TraceStepEntity } from './trace-step.entity.js';

/** Every recorded step of a melding, oldest first. */
export const traceOf = (manager: EntityManager, meldingId: string): Promise<TraceStepEntity[]> =>
  manager.find(TraceStepEntity, { where: { meldingId }, order: { at: 'ASC', id: 'ASC' } });
