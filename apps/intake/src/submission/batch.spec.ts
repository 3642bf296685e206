import { describe, expect, it } from '@jest/globals';
import { Batch, type Refusal } from './batch.js';

class BadItem extends Error {}

/** A store in which nothing is decided before the test says so. */
function heldStore(refusal: Refusal = 'ONE_OF_THEM', patienceMs = 60_000) {
  const writes: string[][] = [];
  const open: (() => void)[] = [];
  const batch = new Batch<string>(
    async (items) => {
      writes.push(items);
      await new Promise<void>((resolve) => open.push(resolve));
      if (items.includes('bad')) throw new BadItem();
    },
    () => refusal,
    3,
    patienceMs,
  );
  return { batch, writes, decide: () => open.splice(0).forEach((resolve) => resolve()) };
}

const settled = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'written',
    () => 'refused',
  );
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** So many writes were begun. */
async function begun(writes: string[][], count: number): Promise<void> {
  while (writes.length < count) await turn();
}

describe('what arrives while a write is under way', () => {
  it('is written together afterwards, and at most so much', async () => {
    const { batch, writes, decide } = heldStore();
    const first = batch.write(() => 'first');
    await begun(writes, 1);
    const others = ['a', 'b', 'c', 'd'].map((item) => batch.write(() => item));
    for (const count of [2, 3]) {
      decide();
      await begun(writes, count);
    }
    decide();
    expect(await Promise.all([first, ...others])).toEqual(['first', 'a', 'b', 'c', 'd']);
    expect(writes).toEqual([['first'], ['a', 'b', 'c'], ['d']]);
  });

  it('is told nothing before its own write is decided', async () => {
    const { batch, writes, decide } = heldStore();
    const told: string[] = [];
    const tell = (item: string) => batch.write(() => item).then(() => told.push(item));
    const first = tell('a');
    await begun(writes, 1);
    const second = tell('b');
    await turn();
    expect(told).toEqual([]);
    decide();
    await begun(writes, 2);
    expect(told).toEqual(['a']);
    decide();
    await Promise.all([first, second]);
    expect(told).toEqual(['a', 'b']);
  });

  it('does not fail because of another', async () => {
    const { batch, writes, decide } = heldStore();
    const results = ['b', 'bad', 'd'].map((item) => settled(batch.write(() => item)));
    for (const count of [1, 2, 3, 4, 5]) {
      await begun(writes, count);
      decide();
    }
    expect(await Promise.all(results)).toEqual(['written', 'refused', 'written']);
    expect(writes).toEqual([['b', 'bad', 'd'], ['b', 'bad'], ['b'], ['bad'], ['d']]);
  });

  it('is not tried again when nobody knows whether it was written', async () => {
    const { batch, writes, decide } = heldStore('ALL');
    const results = ['b', 'bad'].map((item) => settled(batch.write(() => item)));
    await begun(writes, 1);
    decide();
    expect(await Promise.all(results)).toEqual(['refused', 'refused']);
    expect(writes).toHaveLength(1);
  });
});

describe('what arrives at the same moment', () => {
  it('is written together, also when nothing is under way', async () => {
    const { batch, writes, decide } = heldStore();
    const all = ['a', 'b'].map((item) => batch.write(() => item));
    await begun(writes, 1);
    decide();
    await Promise.all(all);
    expect(writes).toEqual([['a', 'b']]);
  });

  it('is refused by itself when it cannot be made', async () => {
    const { batch, writes, decide } = heldStore();
    const good = batch.write(() => 'good');
    const unmade = batch.write(() => {
      throw new RangeError('cannot be made');
    });
    const alsoGood = batch.write(() => 'also good');
    await expect(unmade).rejects.toThrow(RangeError);
    decide();
    await Promise.all([good, alsoGood]);
    expect(writes).toEqual([['good', 'also good']]);
  });
});

describe('what cannot be written in time', () => {
  it('is refused as if the store were away, and not written later while nobody knows of it', async () => {
    const { batch, writes, decide } = heldStore('ONE_OF_THEM', 50);
    const underWay = batch.write(() => 'under way');
    await begun(writes, 1);
    const behind = batch.write(() => 'behind');
    await expect(underWay).rejects.toMatchObject({ name: 'NotWrittenInTimeError', code: 'ETIMEDOUT' });
    await expect(behind).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    decide();
    const next = batch.write(() => 'next');
    await begun(writes, 2);
    decide();
    await next;
    expect(writes).toEqual([['under way'], ['next']]);
  });

  it('is waited for as long as the store goes on deciding', async () => {
    const { batch, decide } = heldStore('ONE_OF_THEM', 1_000);
    const all = Array.from({ length: 240 }, (_, item) => batch.write(() => String(item)));
    const deciding = setInterval(decide, 20);
    await Promise.all(all).finally(() => clearInterval(deciding));
  });
});
