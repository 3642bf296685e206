import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';

/** What can be waiting for a commit. */
export type Wakeable = 'RELAY' | 'URGENT_RELAY' | 'WORK' | 'URGENT_WORK' | 'PARKED';

/** Remembers what a transaction wrote, and wakes the loops that care once it is committed. */
@Injectable()
export class WakeUps {
  private readonly listeners = new Map<Wakeable, () => void>();
  private readonly pending = new WeakMap<QueryRunner, Set<Wakeable>>();

  /** Tells which loop to wake; one listener for each. */
  listen(what: Wakeable, wake: () => void): void {
    this.listeners.set(what, wake);
  }

  /** Notes that the transaction of this manager wrote something for the loop. */
  note(manager: EntityManager, what: Wakeable): void {
    if (!manager.queryRunner) return;
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
