import { describe, expect, it } from '@jest/globals';
import { followUpDigits, newFollowUpCode } from './follow-up-code.js';

describe('follow-up code', () => {
  it('is 16 digits in groups of four', () => {
    for (let i = 0; i < 100; i += 1) expect(newFollowUpCode()).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
  });

  it.each([
    ['4821 0937 5526 1048', '4821093755261048'],
    ['  4821-0937-5526-1048 ', '4821093755261048'],
    ['4821093755261048', '4821093755261048'],
    ['4821.0937.5526.1048', '4821093755261048'],
  ])('is read back however it was typed: %s', (typed, digits) => {
    expect(followUpDigits(typed)).toBe(digits);
  });

  it.each(['', '4821 0937 5526 104', '4821 0937 5526 10489', 'OP-7K3M-Q9XD', '4821  0937 5526 1048'])(
    'knows what cannot be a code: "%s"',
    (typed) => {
      expect(followUpDigits(typed)).toBeUndefined();
    },
  );
});
