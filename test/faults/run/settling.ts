import { setTimeout as pause } from 'node:timers/promises';
import { openRows } from '../ledger/collect-facts.js';
import type { OpenRow } from '../ledger/ledger-facts.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import { Beheerder } from './beheerder.js';
import { tryNow } from './next-tries.js';

/** For all of it; a round that takes longer is one in which something is left. */
const SETTLED_WITHIN_MS = 240_000;
const LOOK_MS = 1_000;
/** What waits for its next try gets it so often. */
const TRY_AGAIN_MS = 3_000;
const MOST_RECONCILIATIONS = 3;

export interface Settled {
  /** Parked events that a person replayed instead of waiting for their next try. */
  replayed: number;
  /** Mails of which a person said whether they were sent. */
  answered: number;
  /** What the comparison with the store found, and mended. */
  differences: number;
  /** Why the end was not reached. */
  unsettled: string | undefined;
}

/** After everything was mended: waits until nothing is left to do, and compares with the store as each night. */
export async function settle(system: SystemUnderFaults): Promise<Settled> {
  const settling = new Settling(system, Date.now() + SETTLED_WITHIN_MS);
  try {
    await settling.run();
  } catch (error) {
    settling.unsettled = error instanceof Error ? `${error.message} (${String(error.cause)})` : String(error);
  }
  const { replayed, answered, differences, unsettled } = settling;
  return { replayed, answered, differences, unsettled };
}

class Settling implements Settled {
  replayed = 0;
  answered = 0;
  differences = 0;
  unsettled: string | undefined;
  private readonly beheerder: Beheerder;

  constructor(
    private readonly system: SystemUnderFaults,
    private readonly until: number,
  ) {
    this.beheerder = new Beheerder(system);
  }

  async run(): Promise<void> {
    await this.system.untilReady();
    await this.system.store.hasHeardAll();
    await this.untilNothingLeft();
    for (let run = 0; run < MOST_RECONCILIATIONS; run += 1) {
      const found = await this.beheerder.reconcile();
      this.differences += found;
      await this.untilNothingLeft();
      if (found === 0) return;
    }
  }

  private async untilNothingLeft(): Promise<void> {
    let tryAgainAt = 0;
    for (; Date.now() < this.until; await pause(LOOK_MS)) {
      const open = await openRows(this.system);
      const left = ({ outbox, work, parked, uncertain }: OpenRow) => outbox + work + parked + uncertain;
      if (open.every((row) => left(row) === 0)) return;
      if (Date.now() < tryAgainAt) continue;
      await tryNow(this.system);
      if (open.some(({ uncertain }) => uncertain > 0))
        this.answered += await this.beheerder.answerWhetherSent();
      if (open.some(({ parked }) => parked > 0)) this.replayed += await this.beheerder.replayAll();
      tryAgainAt = Date.now() + TRY_AGAIN_MS;
    }
    throw new Error('there was still something to do'); // what that is, is for the ledger to tell
  }
}
