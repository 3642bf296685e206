import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BOOTSTRAP } from '../../system/local-system.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import type { Way } from '../plan/fault.js';
import { keepLog } from './kept-log.js';
import { roundReport } from './round-report.js';
import { FaultRounds, startSystem, type Round } from './run-faults.js';

/** A system for the faults of one test file. */
export interface FaultRun {
  system: SystemUnderFaults;
  /** The report of a failing round begins with what happened when. */
  round(seed: number, count: number): Promise<Round & { report: string }>;
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
      const round = await rounds.run(seed, count);
      return { ...round, report: [...said, roundReport(round)].join('\n') };
    },
    stop: async () => {
      keepLog(system);
      await system.stop();
    },
  };
}
