import { setTimeout as pause } from 'node:timers/promises';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import type { Fault, LinkFault, MailFault, StoreFault } from '../plan/fault.js';

/** Makes the faults of a plan happen at their time; two faults of one target follow each other. */
export class FaultInjector {
  private readonly busy = new Map<string, Promise<void>>();

  constructor(private readonly system: SystemUnderFaults) {}

  /** Ends when every fault was mended. */
  async inject(plan: Fault[], onFault: (fault: Fault) => void): Promise<void> {
    for (const fault of plan) {
      await pause(fault.afterMs);
      const key = fault.kind === 'CLOCK_JUMPED' ? `clock ${fault.target}` : fault.target;
      const before = this.busy.get(key) ?? Promise.resolve();
      const happening = before.then(() => {
        onFault(fault);
        return this.happen(fault);
      });
      happening.catch(() => undefined); // told at the end
      this.busy.set(key, happening);
    }
    await Promise.all(this.busy.values());
  }

  private async happen(fault: Fault): Promise<void> {
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
        return system.killDatabase(forMs);
      case 'DATABASE_SESSION_KILLED':
        // Nothing to kill when the server is away or starting.
        return system.killDatabaseSession().catch(() => undefined);
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
