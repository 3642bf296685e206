import { describe, expect, it } from '@jest/globals';
import { interpolate } from './interpolate.js';

describe('variables in the compose file', () => {
  it.each([
    ['${PORT}', '3001'],
    ['${PORT:-1}', '3001'],
    ['${NONE:-fallback: x/y}', 'fallback: x/y'],
    ['${EMPTY:-fallback}', 'fallback'],
    ['${NONE}', ''],
    ['a ${PORT:-1}:${NONE:-2} b', 'a 3001:2 b'],
  ])('%s becomes %s', (text, expected) => {
    expect(interpolate(text, { PORT: '3001', EMPTY: '' })).toBe(expected);
  });

  it('are missed by name when required', () => {
    expect(() => interpolate('${SECRET:?set it}', {})).toThrow('SECRET is not set: set it');
  });
});
