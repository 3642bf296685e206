import type { EntityManager, QueryRunner } from 'typeorm';

/**
 * A list as the parameter of one statement, for `jsonb_to_recordset`. `WHERE place BETWEEN 0 AND 1000` says nothing new
 * there; it lets the planner expect few rows, so that it goes by the indexes whatever the size of the tables was when it
 * made its plan.
 */
export const asRows = (items: object[]): string =>
  JSON.stringify(items.map((item, place) => ({ place, ...item })));

interface Waiting<In, Out> {
  item: In;
  resolve(result: Out): void;
  reject(error: unknown): void;
}

/**
 * Does by one statement what the parts of one transaction ask at the same time. Each part goes on when its answer is
 * there; when the statement fails, so does each of them, and with them the transaction.
 */
export class Gathered<In, Out> {
  private readonly waiting = new WeakMap<QueryRunner, Waiting<In, Out>[]>();

  /** @param together resolves with one result for each item, in their order */
  constructor(private readonly together: (manager: EntityManager, items: In[]) => Promise<Out[]>) {}

  /** Resolves or rejects as the statement does. */
  add(manager: EntityManager, item: In): Promise<Out> {
    const { promise, resolve, reject } = Promise.withResolvers<Out>();
    const { queryRunner } = manager;
    if (!queryRunner) throw new Error('only within a transaction');
    const others = this.waiting.get(queryRunner);
    if (others) others.push({ item, resolve, reject });
    else {
      this.waiting.set(queryRunner, [{ item, resolve, reject }]);
      // The parts of a transaction begin in one turn of the event loop.
      setImmediate(() => void this.settle(manager, queryRunner));
    }
    return promise;
  }

  private async settle(manager: EntityManager, queryRunner: QueryRunner): Promise<void> {
    const waiting = this.waiting.get(queryRunner) ?? [];
    this.waiting.delete(queryRunner);
    try {
      const results = await this.together(
        manager,
        waiting.map(({ item }) => item),
      );
      waiting.forEach((one, place) => one.resolve(results[place]!));
    } catch (error) {
      for (const one of waiting) one.reject(error);
    }
  }
}
