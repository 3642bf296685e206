import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';
import type { CompletedWork } from '../work/work.statements.js';
import { Batches, BatchNotBegunError, BatchPartError, sameTurn } from './batches.js';
import { ClosingWrites } from './closing-writes.js';
import { isShared } from './gathered.js';
import { sideBySide } from './side-by-side.js';
import { WakeUps, type Wakeable } from './wake-ups.js';

const MAX_TRIES = 5;
/** Short enough that nobody waits long for a lock that a batch holds. */
const MOST_TOGETHER = 32;
/** serialization_failure and deadlock_detected: the database asks to run the same transaction again. */
const RETRIABLE = new Set(['40001', '40P01']);

/** Runs work in a transaction that it may share with other work. */
export type RunShared = <T>(key: string, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

interface Work {
  key: string;
  run(manager: EntityManager): Promise<void>;
}

/** Runs database transactions in the one way this system knows. */
@Injectable()
export class Transactions {
  private readonly shared = this.sharing(sameTurn);

  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUps: WakeUps,
    private readonly closing: ClosingWrites,
  ) {}

  /**
   * Runs `work` in one transaction, again when the database reports a deadlock or serialization failure, and
   * after the commit wakes the relay and workers for what `Outbox` and `WorkQueue` wrote in it.
   * `work` may run more than once, so it does nothing but database work.
   */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === MAX_TRIES || !isRetriable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  /**
   * As `run`, in one transaction with whatever else waits at the same time: for what is small and comes in numbers.
   * One that fails is undone alone. Work of one key goes one after another, that of others side by side in the same
   * transaction, where no lock keeps it apart: use it only where two keys never change the same row.
   */
  together<T>(key: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.shared(key, work);
  }

  /**
   * As `together`, with those alone that come the same way.
   * @param turn waited for before each transaction, so that more can join it
   */
  sharing(turn: () => Promise<void>): RunShared {
    const batches = new Batches<Work, void>((works) => this.runAll(works), MOST_TOGETHER, turn);
    return async (key, work) => {
      const kept: Awaited<ReturnType<typeof work>>[] = [];
      await batches.add({
        key,
        run: async (manager) => {
          kept[0] = await work(manager);
        },
      });
      return kept[0]!;
    };
  }

  /** Marks a work item as done by the time the transaction of this manager is committed. */
  complete(manager: EntityManager, item: CompletedWork): Promise<void> {
    return this.closing.completed(manager, item);
  }

  private async runAll(works: Work[]): Promise<void[]> {
    let begun = false;
    try {
      return await this.run(async (manager) => {
        begun = true;
        return sideBySide(
          works,
          ({ key }) => key,
          async (work, position) => {
            try {
              return await work.run(manager);
            } catch (error) {
              if (isRetriable(error) || isShared(error)) throw error;
              throw new BatchPartError(position, error);
            }
          },
        );
      });
    } catch (error) {
      throw begun ? error : new BatchNotBegunError(error);
    }
  }

  private async once<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let wakeAfterCommit: Wakeable[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      this.wakeUps.forget(manager);
      this.closing.begin(manager);
      const value = await work(manager);
      await this.closing.flush(manager);
      wakeAfterCommit = this.wakeUps.noted(manager);
      return value;
    });
    this.wakeUps.wake(...wakeAfterCommit);
    return result;
  }
}

/** Whether the database asks to run the same transaction again. */
export function isRetriable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'code' in cause && RETRIABLE.has(String(cause.code));
}
