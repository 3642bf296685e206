import { describe, expect, it } from '@jest/globals';
import { Gathered, isShared } from './gathered.js';

const scope = {};

/** Notes what was asked together; answers each number with its double. */
function doubling(failing: number[] = []) {
  const asked: number[][] = [];
  const gathered = new Gathered<object, number, number>(async (_scope, items) => {
    asked.push(items);
    await new Promise((resolve) => setImmediate(resolve));
    if (items.some((item) => failing.includes(item))) throw new Error('one of them is wrong');
    return items.map((item) => item * 2);
  });
  return { asked, gathered };
}

describe('asking together', () => {
  it('is done once for what is asked in one turn, and answers each with its own', async () => {
    const { asked, gathered } = doubling();
    expect(await Promise.all([1, 2, 3].map((item) => gathered.ask(scope, item)))).toEqual([2, 4, 6]);
    expect(asked).toEqual([[1, 2, 3]]);
  });

  it('keeps together those who went on from the same answer', async () => {
    const { asked, gathered } = doubling();
    const twice = async (item: number) => gathered.ask(scope, await gathered.ask(scope, item));
    expect(await Promise.all([1, 2].map(twice))).toEqual([4, 8]);
    expect(asked).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });

  it('never mixes two scopes, such as two transactions', async () => {
    const { asked, gathered } = doubling();
    await Promise.all([gathered.ask({}, 1), gathered.ask({}, 2)]);
    expect(asked).toEqual([[1], [2]]);
  });

  it('begins what is asked later only when the earlier has ended', async () => {
    const { asked, gathered } = doubling();
    const first = gathered.ask(scope, 1);
    await new Promise((resolve) => process.nextTick(resolve));
    await new Promise((resolve) => process.nextTick(resolve));
    const [second, third] = [gathered.ask(scope, 2), gathered.ask(scope, 3)];
    expect(await first).toBe(2);
    expect(asked).toEqual([[1]]);
    expect(await Promise.all([second, third])).toEqual([4, 6]);
    expect(asked).toEqual([[1], [2, 3]]);
  });

  it('tells a failure of several as one that may be the fault of any', async () => {
    const { gathered } = doubling([2]);
    const failures = await Promise.allSettled([1, 2].map((item) => gathered.ask(scope, item)));
    expect(failures.map((one) => one.status === 'rejected' && isShared(one.reason))).toEqual([true, true]);
    const [alone] = await Promise.allSettled([gathered.ask(scope, 2)]);
    expect(alone.status === 'rejected' && isShared(alone.reason)).toBe(false);
    expect(await gathered.ask(scope, 1)).toBe(2);
  });
});
