import { describe, expect, it } from '@jest/globals';
import { referenceKey } from './reference-key.js';

describe('searching by reference', () => {
  it.each(['OP-7K3M-Q9XD', 'op-7k3m-q9xd', '7K3M Q9XD', 'OP7K3MQ9XD'])(
    'takes %s as the same reference',
    (typed) => {
      expect(referenceKey(typed)).toBe('7K3MQ9XD');
    },
  );

  it('keeps a beginning', () => {
    expect(referenceKey('op-7k')).toBe('7K');
  });
});
