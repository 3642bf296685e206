import { describe, expect, it } from '@jest/globals';
import { Rush } from './rush.js';

const begin = (rush: Rush, requests: number): void => {
  for (let n = 0; n < requests; n += 1) rush.began();
};

describe('work that lets requests go first', () => {
  it('goes on at once while few requests are under way', async () => {
    const rush = new Rush();
    begin(rush, 3);
    await rush.turn();
  });

  it('waits for the end of a rush', async () => {
    const rush = new Rush();
    begin(rush, 8);
    let over = false;
    setTimeout(() => {
      over = true;
      for (let n = 0; n < 8; n += 1) rush.ended();
    }, 30);
    await rush.turn();
    expect(over).toBe(true);
  });

  it('does not take the gap between answers and next requests for the end', async () => {
    const rush = new Rush();
    let isOver = false;
    begin(rush, 8);
    const turn = rush.turn().then(() => expect(isOver).toBe(true));
    for (let round = 0; round < 6; round += 1) {
      for (let n = 0; n < 8; n += 1) rush.ended();
      await new Promise((resolve) => setTimeout(resolve, 25));
      begin(rush, 8);
    }
    isOver = true;
    for (let n = 0; n < 8; n += 1) rush.ended();
    await turn;
  });

  it('waits while something urgent is being done, also when that fails', async () => {
    const rush = new Rush();
    let done = false;
    const urgent = rush.urgently(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      done = true;
      throw new Error('urgent and failing');
    });
    await Promise.all([expect(urgent).rejects.toThrow('urgent'), rush.turn()]);
    expect(done).toBe(true);
  });

  it('goes on during a rush that lasts', async () => {
    const rush = new Rush(30);
    begin(rush, 8);
    await rush.turn();
  });
});
