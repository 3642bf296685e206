import { describe, expect, it } from '@jest/globals';
import { retryDelay } from './retry-delay.js';

const DAY = 24 * 3_600_000;
const backoff = { firstMs: 200, longestMs: 2 * DAY };

describe('retryDelay', () => {
  it.each([
    [1, 200],
    [2, 800],
    [4, 12_800],
    [12, 2 * DAY],
    [400, 2 * DAY],
  ])('after %i tries waits about %i ms', (attempts, about) => {
    const delay = retryDelay(attempts, backoff);
    expect(delay).toBeGreaterThanOrEqual(about * 0.75 - 1);
    expect(delay).toBeLessThanOrEqual(about * 1.25 + 1);
  });
});
