import { setTimeout as pause } from 'node:timers/promises';
import { openRows } from '../ledger/collect-facts.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import { Beheerder } from './beheerder.js';

const SETTLED_WITHIN_MS = 240_000;
const LOOK_MS = 500;
/** Retries by schedule get this long; what is parked with a longer wait is then replayed by a person. */
const REPLAY_AFTER_MS = 15_000;
const MOST_RECONCILIATIONS = 3;

export interface Settled {
  /** Parked events that a person replayed instead of waiting for their next try. */
  replayed: number;
  /** What the comparison with the store found, and mended. */
  differences: number;
}

/** After everything was mended: waits until nothing is left to do, and compares with the store as each night. */
export async function settle(system: SystemUnderFaults): Promise<Settled> {
  await system.untilReady();
  const beheerder = new Beheerder(system);
  let replayed = await untilNothingLeft(system, beheerder);
  let differences = 0;
  for (let run = 0; run < MOST_RECONCILIATIONS; run += 1) {
    const found = await beheerder.reconcile();
    differences += found;
    replayed += await untilNothingLeft(system, beheerder);
    if (found === 0) break;
  }
  return { replayed, differences };
}

async function untilNothingLeft(system: SystemUnderFaults, beheerder: Beheerder): Promise<number> {
  let replayed = 0;
  let replayAt = Date.now() + REPLAY_AFTER_MS;
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(LOOK_MS)) {
    const open = await openRows(system);
    if (open.every(({ outbox, work, parked }) => outbox + work + parked === 0)) return replayed;
    if (Date.now() < replayAt || open.every(({ parked }) => parked === 0)) continue;
    replayed += await beheerder.replayAll();
    replayAt = Date.now() + REPLAY_AFTER_MS;
  }
  return replayed; // what is left is for the ledger to tell
}
