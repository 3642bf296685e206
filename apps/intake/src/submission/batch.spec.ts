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

const settled = (promise: Promise<void>): Promise<string> =>
  promise.then(
    () => 'written',
    () => 'refused',
  );
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what arrives while a write is under way', () => {
  it('is written together afterwards, and at most so much', async () => {
    const { batch, writes, decide } = heldStore();
    const all = ['a', 'b', 'c', 'd', 'e'].map((item) => batch.write(item));
    for (let round = 0; round < 3; round += 1) {
      decide();
      await turn();
    }
    await Promise.all(all);
    expect(writes).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('is told nothing before its own write is decided', async () => {
    const { batch, decide } = heldStore();
    const told: string[] = [];
    const writes = ['a', 'b'].map((item) => batch.write(item).then(() => told.push(item)));
    await turn();
    expect(told).toEqual([]);
    decide();
    await turn();
    expect(told).toEqual(['a']);
    decide();
    await Promise.all(writes);
    expect(told).toEqual(['a', 'b']);
  });

  it('does not fail because of another', async () => {
    const { batch, writes, decide } = heldStore();
    const results = ['first', 'b', 'bad', 'd'].map((item) => settled(batch.write(item)));
    for (let round = 0; round < 6; round += 1) {
      decide();
      await turn();
    }
    expect(await Promise.all(results)).toEqual(['written', 'written', 'refused', 'written']);
    expect(writes).toEqual([['first'], ['b', 'bad', 'd'], ['b', 'bad'], ['b'], ['bad'], ['d']]);
  });

  it('is not tried again when nobody knows whether it was written', async () => {
    const { batch, writes, decide } = heldStore('ALL');
    const results = ['first', 'b', 'bad'].map((item) => settled(batch.write(item)));
    for (let round = 0; round < 2; round += 1) {
      decide();
      await turn();
    }
    expect(await Promise.all(results)).toEqual(['written', 'refused', 'refused']);
    expect(writes).toHaveLength(2);
  });
});

describe('what cannot be written in time', () => {
  it('is refused as if the store were away, and not written later while nobody knows of it', async () => {
    const { batch, writes, decide } = heldStore('ONE_OF_THEM', 50);
    const [underWay, behind] = [batch.write('under way'), batch.write('behind')];
    await expect(underWay).rejects.toMatchObject({ name: 'NotWrittenInTimeError', code: 'ETIMEDOUT' });
    await expect(behind).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    decide();
    await turn();
    const next = batch.write('next');
    decide();
    await next;
    expect(writes).toEqual([['under way'], ['next']]);
  });

  it('is waited for as long as the store goes on deciding', async () => {
    const { batch, decide } = heldStore('ONE_OF_THEM', 1_000);
    const all = Array.from({ length: 240 }, (_, item) => batch.write(String(item)));
    const deciding = setInterval(decide, 20);
    await Promise.all(all).finally(() => clearInterval(deciding));
  });
});
