import { describe, expect, it } from '@jest/globals';
import { isSafeInput, unsafeInput } from './unsafe-input.js';

const pointers = (value: unknown) => unsafeInput(value, 'nl').map(({ pointer }) => pointer);

describe('input that is not safe', () => {
  it.each([
    ['ordinary text', { a: 'Zoë 👶 \n' }, []],
    ['NUL', { a: { b: ['x', 'y\u0000'] } }, ['/a/b/1']],
    ['half a pair', { a: '\ud83d' }, ['/a']],
    ['a name that holds NUL', { 'a\u0000': 1 }, ['']],
    ['a name that needs escaping', { 'a/b~': '\u0000' }, ['/a~1b~0']],
    ['a name that every object has', { a: { constructor: 1 } }, ['/a/constructor']],
    ['a plain text', '\u0000', ['']],
    ['no text at all', [null, 1, true, undefined], []],
  ])('%s', (_name, value, expected) => {
    expect(pointers(value)).toEqual(expected);
    expect(isSafeInput(value)).toBe(expected.length === 0);
  });

  it('stops at a depth that no form of ours has', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 10_000; i += 1) deep = [deep];
    expect(unsafeInput(deep, 'en')[0]?.code).toBe('TOO_DEEP');
    expect(isSafeInput(deep)).toBe(false);
  });
});
