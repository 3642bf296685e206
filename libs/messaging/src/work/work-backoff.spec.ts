import { describe, expect, it } from '@jest/globals';
import { retryDelay } from '../parking/retry-delay.js';
import { URGENT_WORK_BACKOFF, WORK_BACKOFF } from './work-backoff.js';

const MINUTE_MS = 60_000;
/** Give or take a quarter. */
const SPREAD = 1.25;

describe('waits of work that fails over and over', () => {
  it('grow to a quarter of an hour', () => {
    expect(retryDelay(30, WORK_BACKOFF)).toBeGreaterThan(10 * MINUTE_MS);
    expect(retryDelay(30, WORK_BACKOFF)).toBeLessThanOrEqual(15 * MINUTE_MS * SPREAD);
  });

  it('stay below a minute when it is urgent', () => {
    expect(retryDelay(30, URGENT_WORK_BACKOFF)).toBeLessThan(MINUTE_MS);
  });
});
