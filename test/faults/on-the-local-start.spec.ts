import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFaultRun, type FaultRun } from './run/fault-run.js';

const FAULTS = 40;
const SEED = 20_240_422;

describe('the all-in-one local start, killed as a whole', () => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await startFaultRun('local');
  }, 300_000);

  afterAll(() => run.stop(), 60_000);

  it(`loses and doubles nothing by ${FAULTS} faults`, async () => {
    const { findings, counts, report } = await run.round(SEED, FAULTS);
    if (findings.length > 0) throw new Error(report);
    expect(counts.accepted).toBeGreaterThan(0);
    expect(counts.registered + counts.refused + counts.waiting).toBe(counts.accepted);
  }, 600_000);
});
