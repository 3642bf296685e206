import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('the same request', () => {
  it('is the same whatever the order of its fields, at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(
      canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }),
    );
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [null, {}],
  ])('%j is not %j', (one, other) => {
    expect(canonicalJson(one)).not.toBe(canonicalJson(other));
  });

  it('no body at all is null', () => {
    expect(canonicalJson(undefined)).toBe('null');
  });
});
