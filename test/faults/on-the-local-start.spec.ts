import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFaultRun, type FaultRun } from './run/fault-run.js';

/** Two more, since a fault gets no chance when what it needs is away by others. */
const FAULTS = 42;
const LEAST = 40;
const SEED = 20_240_422;

describe('the all-in-one local start, killed as a whole', () => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await startFaultRun('local');
  }, 300_000);

  afterAll(() => run.stop(), 60_000);

  it(`loses and doubles nothing by ${LEAST} faults`, async () => {
    const { counts, plan } = await run.round(SEED, FAULTS);
    expect(plan.length).toBeGreaterThanOrEqual(LEAST);
    expect(counts.accepted).toBeGreaterThan(0);
    expect(counts.registered + counts.refused + counts.waiting).toBe(counts.accepted);
  }, 600_000);
});
