import { describe, expect, it } from '@jest/globals';
import { nightOf } from './night.js';

describe('The night of a check', () => {
  it.each([
    ['2026-11-22T00:59:59Z', '2026-11-21'],
    ['2026-11-22T01:00:00Z', '2026-11-22'],
    ['2026-11-22T22:59:59Z', '2026-11-22'],
    ['2026-11-22T23:00:00Z', '2026-11-22'],
    ['2026-07-01T23:59:59Z', '2026-07-01'],
    ['2026-07-02T00:00:00Z', '2026-07-02'],
    ['2026-03-29T00:59:59Z', '2026-03-28'],
    ['2026-03-29T01:00:00Z', '2026-03-29'], // three o'clock: there was no two o'clock
    ['2026-10-24T23:59:59Z', '2026-10-24'],
    ['2026-10-25T00:00:00Z', '2026-10-25'],
    ['2026-10-25T01:00:00Z', '2026-10-25'], // two o'clock again
  ])('at %s is %s', (now, night) => expect(nightOf(new Date(now))).toBe(night));
});
