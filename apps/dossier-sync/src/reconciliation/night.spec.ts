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
    ['2026-03-29T01:00:00Z', '2026-03-29'],
  ])('at %s is %s', (now, night) => expect(nightOf(new Date(now))).toBe(night));
});
