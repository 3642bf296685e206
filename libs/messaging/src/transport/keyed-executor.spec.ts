import { describe, expect, it } from '@jest/globals';
import { KeyedExecutor } from './keyed-executor.js';

describe('KeyedExecutor', () => {
  it('runs tasks of one key one after another, also after one that fails', async () => {
    const executor = new KeyedExecutor(4);
    const seen: number[] = [];
    const gate = Promise.withResolvers<void>();
    const first = executor.run('a', async () => {
      await gate.promise;
      seen.push(1);
      throw new Error('first fails');
    });
    const second = executor.run('a', async () => seen.push(2));
    const other = executor.run('b', async () => seen.push(3));
    await other;
    gate.resolve();
    await expect(first).rejects.toThrow('first fails');
    await second;
    expect(seen).toEqual([3, 1, 2]);
  });

  it('runs no more at once than allowed', async () => {
    const executor = new KeyedExecutor(2);
    let running = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => executor.run(`key-${index}`, task)));
    await executor.idle();
    expect(most).toBe(2);
  });
});
