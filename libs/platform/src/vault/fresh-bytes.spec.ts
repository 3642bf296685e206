import { describe, expect, it } from '@jest/globals';
import { freshBytes } from './fresh-bytes.js';

describe('fresh random bytes', () => {
  it('are never handed out twice, also across several supplies', () => {
    const drawn = Array.from({ length: 3000 }, () => freshBytes(12).toString('hex'));
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it.each([1, 12, 16, 32, 255, 256])('come in the number asked for: %d', (count) => {
    for (let i = 0; i < 40; i += 1) expect(freshBytes(count)).toHaveLength(count);
  });

  it('are not the wiped rest of the supply', () => {
    const drawn = Array.from({ length: 400 }, () => freshBytes(32));
    expect(drawn.filter((bytes) => bytes.every((byte) => byte === 0))).toEqual([]);
  });

  it('stay what they were when more are drawn', () => {
    const first = freshBytes(32);
    const copy = first.toString('hex');
    for (let i = 0; i < 300; i += 1) freshBytes(32);
    expect(first.toString('hex')).toBe(copy);
  });

  it('refuses more than the supply is meant for', () => {
    expect(() => freshBytes(257)).toThrow(RangeError);
  });
});
