import { expect } from '@jest/globals';
import type { FaultRun } from './fault-run.js';

export const LEAST_FAULTS = 40;
/** Two more, since a fault gets no chance when what it needs is away by others. */
const FAULTS = LEAST_FAULTS + 2;
const SEED = 20_240_422;

/** The round that every submission passes, the same on each way of running. */
export async function roundOfForty(run: FaultRun): Promise<void> {
  const { counts, plan } = await run.round(SEED, FAULTS);
  expect(plan.length).toBeGreaterThanOrEqual(LEAST_FAULTS);
  expect(counts.accepted).toBeGreaterThan(0);
  expect(counts.registered + counts.refused + counts.waiting).toBe(counts.accepted);
}
