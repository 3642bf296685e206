import { describe, expect, it } from '@jest/globals';
import { LeakyBucket } from './leaky-bucket.js';

const MINUTE = 60_000;

function fill(bucket: LeakyBucket, times: number, now: number): void {
  for (let i = 0; i < times; i += 1) bucket.count('a', now);
}

describe('rate per client', () => {
  it('lets the limit through at once, then asks to wait', () => {
    const bucket = new LeakyBucket(120, MINUTE);
    fill(bucket, 119, 0);
    expect(bucket.waitSeconds('a', 0)).toBe(0);
    fill(bucket, 1, 0);
    expect(bucket.waitSeconds('a', 0)).toBe(1);
  });

  it('has room again as time passes', () => {
    const bucket = new LeakyBucket(10, MINUTE);
    fill(bucket, 10, 0);
    expect(bucket.waitSeconds('a', 0)).toBe(6);
    expect(bucket.waitSeconds('a', 3_000)).toBe(3);
    expect(bucket.waitSeconds('a', 6_000)).toBe(0);
  });

  it('counts each client apart', () => {
    const bucket = new LeakyBucket(1, MINUTE);
    fill(bucket, 1, 0);
    expect(bucket.waitSeconds('a', 0)).toBeGreaterThan(0);
    expect(bucket.waitSeconds('b', 0)).toBe(0);
  });
});
