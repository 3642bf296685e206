import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';

/** What can be waiting for a commit. */
export type Wakeable = 'RELAY' | 'URGENT_RELAY' | 'WORK' | 'URGENT_WORK' | 'PARKED';

/** A handler that keeps a projection tried to publish or to enqueue: a rebuild would do it a second time. */
export class SilentTransactionError extends Error {
  override readonly name = 'SilentTransactionError';
  constructor(what: Wakeable) {
    super(`a projection publishes and enqueues nothing (${what})`);
  }
}

/** Remembers what a transaction wrote, and wakes the loops that care once it is committed. */
@Injectable()
export class WakeUps {
  private readonly listeners = new Map<Wakeable, () => void>();
  private readonly pending = new WeakMap<QueryRunner, Set<Wakeable>>();
  private readonly silent = new WeakSet<QueryRunner>();

  /** Tells which loop to wake; one listener for each. */
  listen(what: Wakeable, wake: () => void): void {
    this.listeners.set(what, wake);
  }

  /** From here on, publishing and enqueueing in the transaction of this manager is refused. */
  silence(manager: EntityManager): void {
    if (manager.queryRunner) this.silent.add(manager.queryRunner);
  }

  /**
   * Notes that the transaction of this manager wrote something for the loop.
   * @throws SilentTransactionError when the transaction keeps a projection
   */
  note(manager: EntityManager, what: Wakeable): void {
    if (!manager.queryRunner) return;
    // Parking is no message: the event itself waits.
    if (what !== 'PARKED' && this.silent.has(manager.queryRunner)) throw new SilentTransactionError(what);
    const noted = this.pending.get(manager.queryRunner) ?? new Set<Wakeable>();
    this.pending.set(manager.queryRunner, noted.add(what));
  }

  /** Starts a new count for the transaction that begins. */
  forget(manager: EntityManager): void {
    if (manager.queryRunner) this.pending.delete(manager.queryRunner);
  }

  /** What the transaction of this manager noted. */
  noted(manager: EntityManager): Wakeable[] {
    return manager.queryRunner ? [...(this.pending.get(manager.queryRunner) ?? [])] : [];
  }

  /** Wakes loops now. Call only after a commit. */
  wake(...what: Wakeable[]): void {
    for (const one of what) this.listeners.get(one)?.();
  }
}
