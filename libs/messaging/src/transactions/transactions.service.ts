import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';
import { WakeUps, type Wakeable } from './wake-ups.js';

const MAX_TRIES = 5;
/** serialization_failure and deadlock_detected: the database asks to run the same transaction again. */
const RETRIABLE = new Set(['40001', '40P01']);

/** Runs database transactions in the one way this system knows. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wakeUps: WakeUps,
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

  private async once<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let wakeAfterCommit: Wakeable[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      this.wakeUps.forget(manager);
      const value = await work(manager);
      wakeAfterCommit = this.wakeUps.noted(manager);
      return value;
    });
    this.wakeUps.wake(...wakeAfterCommit);
    return result;
  }
}

function isRetriable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'code' in cause && RETRIABLE.has(String(cause.code));
}
