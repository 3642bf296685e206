import { describe, expect, it } from '@jest/globals';
import { Batches, BatchNotBegunError, BatchPartError } from './batches.js';

/** Batches that note what they were asked for, and fail for items that are not wanted. */
function noting(failing: (items: number[]) => Error | undefined) {
  const asked: number[][] = [];
  const batches = new Batches<number, string>(async (items) => {
    asked.push(items);
    const failure = failing(items);
    if (failure) throw failure;
    return items.map(String);
  }, 4);
  const all = (...items: number[]) => Promise.allSettled(items.map((item) => batches.add(item)));
  return { asked, all };
}

const states = (results: PromiseSettledResult<string>[]): string[] =>
  results.map((one) => (one.status === 'fulfilled' ? one.value : `no: ${String(one.reason)}`));

describe('doing together what waits', () => {
  it('takes what came in one turn, up to the most, and answers each with its own result', async () => {
    const { asked, all } = noting(() => undefined);
    expect(states(await all(1, 2, 3, 4, 5, 6))).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(asked).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  it('does the others without the part that failed, which fails alone', async () => {
    const { asked, all } = noting((items) =>
      items.includes(3) ? new BatchPartError(items.indexOf(3), new Error('three')) : undefined,
    );
    expect(states(await all(1, 2, 3, 4))).toEqual(['1', '2', 'no: Error: three', '4']);
    expect(asked).toEqual([[1, 2, 3, 4], [1, 2], [3], [4]]);
  });

  it('finds by halves what failed without a place', async () => {
    const { all } = noting((items) => (items.includes(3) ? new Error('three') : undefined));
    expect(states(await all(1, 2, 3, 4))).toEqual(['1', '2', 'no: Error: three', '4']);
  });

  it('tries no parts of what was not even begun', async () => {
    const { asked, all } = noting(() => new BatchNotBegunError(new Error('away')));
    expect(states(await all(1, 2))).toEqual(['no: Error: away', 'no: Error: away']);
    expect(asked).toEqual([[1, 2]]);
  });
});
