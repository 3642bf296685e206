import { describe, expect, it } from '@jest/globals';
import { Rush } from './rush.js';

const begin = (rush: Rush, requests: number): void => {
  for (let n = 0; n < requests; n += 1) rush.began();
};

describe('work that lets requests go first', () => {
  it('goes on at once while few requests are under way', async () => {
    const rush = new Rush();
    begin(rush, 3);
    await rush.turn(60_000);
  });

  it('waits for the end of a rush', async () => {
    const rush = new Rush();
    begin(rush, 8);
    let over = false;
    setTimeout(() => {
      over = true;
      for (let n = 0; n < 8; n += 1) rush.ended();
    }, 30);
    await rush.turn(60_000);
    expect(over).toBe(true);
  });

  it('waits while something urgent is being done, also when that fails', async () => {
    const rush = new Rush();
    let done = false;
    const urgent = rush.urgently(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      done = true;
      throw new Error('urgent and failing');
    });
    await Promise.all([expect(urgent).rejects.toThrow('urgent'), rush.turn(60_000)]);
    expect(done).toBe(true);
  });

  it('goes on during a rush that lasts', async () => {
    const rush = new Rush();
    begin(rush, 8);
    await rush.turn(30);
  });
});
