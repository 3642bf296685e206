import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { fromBase32, toBase32 } from './base32.js';

describe('base32', () => {
  // RFC 4648 10, in small letters and without padding.
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('of "%s" is "%s"', (text, encoded) => {
    expect(toBase32(Buffer.from(text))).toBe(encoded);
    expect(fromBase32(encoded)?.toString()).toBe(text);
  });

  it('gives back what it got, of any length', () => {
    for (let length = 0; length < 40; length += 1) {
      const bytes = randomBytes(length);
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
    }
  });

  it.each(['m', 'mz1', 'MY', 'mz', 'my======'])('refuses "%s"', (text) => {
    expect(fromBase32(text)).toBeUndefined();
  });
});
