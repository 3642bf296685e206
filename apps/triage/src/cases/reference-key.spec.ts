import { describe, expect, it } from '@jest/globals';
import { referenceKey } from './reference-key.js';

describe('searching by reference', () => {
  it.each(['OP-7K3M-Q9XD', 'op-7k3m-q9xd', '7K3M Q9XD', 'OP7K3MQ9XD', '(OP‑7K3M‑Q9XD),'])(
    'takes %s as the same reference',
    (typed) => {
      expect(referenceKey(typed)).toBe('7K3MQ9XD');
    },
  );

  it.each(['%ff', 'ff%', 'f_f', 'f\u00e9', '\ufffdff'])(
    'does not take %s for the beginning of one',
    (typed) => {
      expect(referenceKey(typed)).toBe('');
    },
  );

  it('keeps a beginning', () => {
    expect(referenceKey('op-7k')).toBe('7K');
  });
});
