import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../system/wait-until.js';
import type { Counted, SystemUnderFaults } from '../machine/system-under-faults.js';
import type { Fault, LinkFault, MailFault, StoreFault } from '../plan/fault.js';

const CHANCE_WITHIN_MS = 90_000;
const ONE_CHANCE_MS = 15_000;
const ASK_AGAIN_MS = 500;

/** A fault may take longer than planned: a killed process takes its time to be back. */
const LATE_MS = 8_000;

/** What is told while faults happen. */
export interface InjectionReport {
  onFault(fault: Fault): void;
  onLate(fault: Fault, tookMs: number): void;
  /** What it needs was away all the time, by other faults: it did not happen. */
  onMissed(fault: Fault): void;
}

/** Makes the faults of a plan happen at their time; two faults of one target follow each other. */
export class FaultInjector {
  private readonly busy = new Map<string, Promise<void>>();

  constructor(private readonly system: SystemUnderFaults) {}

  /** Ends when every fault was mended. */
  async inject(plan: Fault[], { onFault, onLate, onMissed }: InjectionReport): Promise<void> {
    for (const fault of plan) {
      await pause(fault.afterMs);
      const key = partOf(fault);
      const before = this.busy.get(key) ?? Promise.resolve();
      const happening = before.then(async () => {
        const begun = Date.now();
        onFault(fault);
        if ((await this.happen(fault)) === 'NO_CHANCE') return onMissed(fault);
        const tookMs = Date.now() - begun;
        if (tookMs > fault.forMs + LATE_MS) onLate(fault, tookMs);
      });
      happening.catch(() => undefined); // told at the end
      this.busy.set(key, happening);
      // Where all is one process, there is nothing to break until it runs again.
      if (fault.kind === 'PROCESS_KILLED' && this.system.breakable.processes.length === 1)
        await happening.catch(() => undefined);
    }
    await Promise.all(this.busy.values());
  }

  private async happen(fault: Fault): Promise<void | 'NO_CHANCE'> {
    const { system } = this;
    const { kind, target, forMs } = fault;
    switch (kind) {
      case 'PROCESS_KILLED':
        return system.killProcess(target, forMs);
      case 'PROCESS_PAUSED':
        return this.during(
          forMs,
          () => system.pauseProcess(target),
          () => system.resumeProcess(target),
        );
      case 'BROKER_KILLED':
        return system.killBroker(forMs);
      case 'DATABASE_KILLED':
        return this.asSoonAsPossible(fault, () => system.killDatabase(forMs));
      case 'DATABASE_SESSION_KILLED':
        return this.asSoonAsPossible(fault, () => system.killDatabaseSession());
      case 'EVENTS_TOLD_AGAIN':
        return this.asSoonAsPossible(fault, () => system.tellAgain(target as Counted));
      case 'OLDER_PROGRAM':
        await system.runOlderRelease(target);
        await pause(forMs);
        return system.runThisRelease(target);
      case 'DISK_FULL':
        return this.during(
          forMs,
          () => system.fillDisk(),
          () => system.emptyDisk(),
        );
      case 'CLOCK_JUMPED':
        return this.during(
          forMs,
          () => system.shiftClock(target, fault.clockSeconds ?? 0),
          () => system.shiftClock(target, 0),
        );
      default:
        return this.breakLink(fault);
    }
  }

  /** The database or the broker may be away by another fault. */
  private async asSoonAsPossible(fault: Fault, happen: () => Promise<void>): Promise<void | 'NO_CHANCE'> {
    const inTime = () => Promise.race([happen().then(() => true), pause(ONE_CHANCE_MS, undefined)]);
    const what = `a chance for ${fault.kind} ${fault.target}`;
    try {
      await waitUntil(inTime, what, CHANCE_WITHIN_MS, ASK_AGAIN_MS);
    } catch {
      return 'NO_CHANCE';
    }
  }

  private breakLink({ kind, target, forMs }: Fault): Promise<void> {
    const [where = '', ...rest] = kind.split('_');
    const what = rest.join('_');
    if (where === 'STORE') {
      const { store } = this.system;
      return this.during(
        forMs,
        () => store.break(what as StoreFault),
        () => store.mend(),
      );
    }
    const link = this.system.links.get(target);
    if (!link) throw new Error(`no link ${target}`);
    return this.during(
      forMs,
      () => link.break(what as LinkFault | MailFault),
      () => link.mend(),
    );
  }

  private async during(forMs: number, begin: () => void, end: () => void): Promise<void> {
    begin();
    try {
      await pause(forMs);
    } finally {
      end();
    }
  }
}

/** A clock, a link and the store behind it are broken independently of each other. */
function partOf({ kind, target }: Fault): string {
  if (kind === 'CLOCK_JUMPED') return `clock ${target}`;
  if (kind === 'EVENTS_TOLD_AGAIN') return `events ${target}`;
  return kind.startsWith('STORE_') ? 'store' : target;
}
