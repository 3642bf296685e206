import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startFaultRun, type FaultRun } from './run/fault-run.js';
import { LEAST_FAULTS, roundOfForty } from './run/round-of-forty.js';

describe('the all-in-one local start, killed as a whole', () => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await startFaultRun('local');
  }, 300_000);

  afterAll(() => run.stop(), 60_000);

  it(`loses and doubles nothing by ${LEAST_FAULTS} faults`, () => roundOfForty(run), 600_000);
});
