import type { EntityManager } from 'typeorm';
import type { RunShared, Transactions } from '../transactions/transactions.service.js';
import type { Lane } from '../transport/transport.js';
import { LostWorkLeaseError } from './lost-work-lease.error.js';

/** Work to be done outside of the transaction that asks for it: calls to other services, mails. */
export interface NewWork {
  /** Which `@WorkHandler` does it. */
  kind: string;
  /** Items of one kind and key are done strictly in order; others do not wait for them. */
  key: string;
  payload: object;
  /** Not before this time; at once when absent. */
  dueAt?: Date;
  /** True: own lane with own workers, before everything else. */
  urgent?: boolean;
}

/** A piece of work in hand, leased to this process. */
export class WorkItem<P extends object = Record<string, unknown>> {
  /** True once `complete` or `postpone` was called in a transaction; the runner then leaves the item alone. */
  completed = false;

  constructor(
    readonly id: string,
    readonly kind: string,
    readonly key: string,
    readonly payload: P,
    /** Tries before this one. */
    readonly attempts: number,
    readonly createdAt: Date,
    private readonly owner: string,
    readonly lane: Lane,
    private readonly transactions: Transactions,
    private readonly shared: RunShared,
  ) {}

  /**
   * Marks the work as done in the transaction of its result, so that both are there or neither.
   * A handler that does not call it has its item marked afterwards.
   * @throws LostWorkLeaseError when another worker took over, at the commit inside `Transactions`
   */
  async complete(manager: EntityManager): Promise<void> {
    await this.transactions.complete(manager, { id: this.id, kind: this.kind, owner: this.owner });
    this.completed = true;
  }

  /**
   * Runs the transaction of the result and marks the work as done in it. Results of bulk work that wait at the same
   * time share a transaction, as with `Transactions.together`; urgent work waits for no other.
   * @throws what `work` throws, LostWorkLeaseError when another worker took over
   */
  finish<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(async (manager) => {
      const value = await work(manager);
      await this.complete(manager);
      return value;
    });
  }

  /** As `finish`, for a result that decides by itself whether the work is done. */
  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.lane === 'URGENT' ? this.transactions.run(work) : this.shared(this.key, work);
  }

  /**
   * Puts the work off in the transaction of what decides so. That is no failed try; the item keeps its turn, so
   * later items of its kind and key wait for it.
   * @param milliseconds from now, by the clock of the database
   * @throws LostWorkLeaseError when another worker took over; the transaction must then be rolled back
   */
  async postpone(manager: EntityManager, milliseconds: number): Promise<void> {
    const rows = await manager.query<unknown[]>(
      `WITH later AS (
         UPDATE messaging_work SET due_at = now() + $3 * interval '1 millisecond', leased_until = NULL
         WHERE id = $1 AND lease_owner = $2 AND done_at IS NULL RETURNING id)
       SELECT id FROM later`,
      [this.id, this.owner, milliseconds],
    );
    if (rows.length === 0) throw new LostWorkLeaseError(this.kind);
    this.completed = true;
  }
}

/** Thrown by a handler to choose the time of the next try, e.g. when the other side answers Retry-After. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  constructor(
    reason: string,
    /** Milliseconds until the next try. */
    readonly afterMs: number,
  ) {
    super(reason);
  }
}
