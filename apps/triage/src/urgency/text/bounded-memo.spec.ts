import { describe, expect, it } from '@jest/globals';
import { BoundedMemo } from './bounded-memo.js';

function counted(limit: number) {
  const worked: string[] = [];
  const memo = new BoundedMemo(limit, (key) => {
    worked.push(key);
    return key.toUpperCase();
  });
  return { memo, worked };
}

describe('a bounded memo', () => {
  it('works an answer out once', () => {
    const { memo, worked } = counted(2);
    expect([memo.of('een'), memo.of('een'), memo.of('twee')]).toEqual(['EEN', 'EEN', 'TWEE']);
    expect(worked).toEqual(['een', 'twee']);
  });

  it('never remembers more than its limit', () => {
    const { memo, worked } = counted(2);
    for (const key of ['a', 'b', 'c', 'c', 'a']) expect(memo.of(key)).toBe(key.toUpperCase());
    expect(worked).toEqual(['a', 'b', 'c', 'a']);
  });
});
