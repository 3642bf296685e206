import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BOOTSTRAP } from '../../system/local-system.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import type { Way } from '../plan/fault.js';
import { keepLog } from './kept-log.js';
import { roundReport } from './round-report.js';
import { FaultRounds, startSystem, type Round } from './run-faults.js';

/** Less than a test of a round may take, so that its seed is told in any case. */
const ROUND_WITHIN_MS = 540_000;
const LAST_OF_LOG = 6_000;

/** A system for the faults of one test file. */
export interface FaultRun {
  system: SystemUnderFaults;
  /**
   * Carries a plan out, and says what it showed.
   * @throws Error with what happened when, the seed and the stories when a promise was not kept
   */
  round(seed: number, count: number): Promise<Round>;
  stop(): Promise<void>;
}

/** Builds what has to be built, and starts the system. */
export async function startFaultRun(way: Way): Promise<FaultRun> {
  await promisify(execFile)(process.execPath, [BOOTSTRAP], { env: { ...process.env, NODE_OPTIONS: '' } });
  const system = await startSystem(way);
  const said: string[] = [];
  const rounds = new FaultRounds(system, (line) => said.push(line));
  return {
    system,
    round: async (seed, count) => {
      const tooLate = new AbortController();
      const round = await Promise.race([rounds.run(seed, count), pastTheTerm(tooLate.signal)]);
      tooLate.abort();
      if (!round)
        throw new Error([...said, `way ${way}, seed ${seed}: not ended`, lastOf(system)].join('\n'));
      if (round.findings.length > 0) throw new Error([...said, roundReport(round)].join('\n'));
      process.stderr.write(`${roundReport(round)}\n`);
      return round;
    },
    stop: async () => {
      keepLog(system);
      await system.stop();
    },
  };
}

function pastTheTerm(signal: AbortSignal): Promise<undefined> {
  return pause(ROUND_WITHIN_MS, undefined, { signal }).catch(() => undefined);
}

function lastOf(system: SystemUnderFaults): string {
  return system.logs().slice(-LAST_OF_LOG);
}
