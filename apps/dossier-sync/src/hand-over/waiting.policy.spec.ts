import { describe, expect, it } from '@jest/globals';
import { delayIsNews, waitAfter } from './waiting.policy.js';

const HOUR = 3_600_000;

describe('The wait before the next try', () => {
  it.each([
    [1, 0.5, 1_000],
    [2, 0.5, 2_000],
    [5, 0.5, 16_000],
    [7, 0.5, 60_000],
    [500, 0.5, 60_000],
    [1, 0, 750],
    [1, 0.999999, 1_250],
  ])('after %d tries (chance %d) is %d ms', (attempts, chance, ms) =>
    expect(waitAfter(attempts, 60_000, chance)).toBe(ms),
  );
});

describe('A delay', () => {
  const now = new Date('2026-11-21T20:15:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);

  it('is news at the first failure', () => expect(delayIsNews(null, now, HOUR)).toBe(true));
  it('is no news at the next try', () => expect(delayIsNews(ago(5_000), now, HOUR)).toBe(false));
  it('is no news just before the reminder', () => expect(delayIsNews(ago(HOUR - 1), now, HOUR)).toBe(false));
  it('is news again at the reminder', () => expect(delayIsNews(ago(HOUR), now, HOUR)).toBe(true));
});
