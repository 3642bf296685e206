import { rush } from '../polling/rush.js';

/** Which part of a batch failed, so that the others need not be tried one by one. */
export class BatchPartError extends Error {
  override readonly name = 'BatchPartError';
  constructor(
    readonly position: number,
    cause: unknown,
  ) {
    super('a part of the batch failed', { cause });
  }
}

/** Nothing of the batch was begun, e.g. because the database is away: trying its parts would fail as well. */
export class BatchNotBegunError extends Error {
  override readonly name = 'BatchNotBegunError';
  constructor(cause: unknown) {
    super('the batch was not begun', { cause });
  }
}

/** What went wrong itself, for whoever asked for one item only. */
export function causeOf(error: unknown): unknown {
  return error instanceof BatchPartError || error instanceof BatchNotBegunError ? error.cause : error;
}

interface Waiting<In, Out> {
  item: In;
  resolve(result: Out): void;
  reject(error: unknown): void;
}

/**
 * Does together what is asked while the last batch was under way: one transaction, one commit. All of a batch or
 * nothing; when a part fails, it is done again without that part, so each item ends as if it had been alone.
 */
export class Batches<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private running = false;

  constructor(
    /** Resolves with one result for each item, in their order, or undoes all of them. It may run again. */
    private readonly together: (items: In[]) => Promise<Out[]>,
    private readonly most: number,
    /** Waited for before each batch, to let others go first. */
    private readonly turn: () => Promise<void> = nextTurn,
  ) {}

  /** Resolves or rejects as the item does. */
  add(item: In): Promise<Out> {
    const { promise, resolve, reject } = Promise.withResolvers<Out>();
    this.waiting.push({ item, resolve, reject });
    if (!this.running) {
      this.running = true;
      void this.workOff();
    }
    return promise;
  }

  private async workOff(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.turn();
      await this.settle(this.waiting.splice(0, this.most));
    }
    this.running = false;
  }

  private async settle(batch: Waiting<In, Out>[]): Promise<void> {
    if (batch.length === 0) return;
    let results: Out[];
    try {
      results = await this.together(batch.map(({ item }) => item));
    } catch (error) {
      return this.settleFailed(batch, error);
    }
    results.forEach((result, index) => batch[index]?.resolve(result));
  }

  private async settleFailed(batch: Waiting<In, Out>[], error: unknown): Promise<void> {
    if (batch.length === 1 || error instanceof BatchNotBegunError) {
      for (const one of batch) one.reject(causeOf(error));
      return;
    }
    const at = error instanceof BatchPartError ? error.position : Math.floor(batch.length / 2);
    await this.settle(batch.slice(0, at));
    if (error instanceof BatchPartError) await this.settle(batch.slice(at, at + 1));
    await this.settle(batch.slice(error instanceof BatchPartError ? at + 1 : at));
  }
}

/** Lets requests that came in go first, and gathers what comes in the same turn. */
const nextTurn = (): Promise<void> => rush.turn();

/** For what was let in already, or what somebody waits for: only gathers what comes in the same turn. */
export const sameTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
