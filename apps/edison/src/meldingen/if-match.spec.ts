import { describe, expect, it } from '@jest/globals';
import { entityTag, ifMatchAllows } from './if-match.js';

describe('If-Match', () => {
  it('is the version between quotes as entity tag', () => expect(entityTag(7)).toBe('"7"'));

  it.each([
    ['"3"', true],
    ['*', true],
    [' * ', true],
    ['"2", "3"', true],
    ['"2"', false],
    ['W/"3"', false],
    ['3', false],
    ['', false],
    ['"33"', false],
  ])('%s on version 3: %s', (header, allowed) => expect(ifMatchAllows(header, 3)).toBe(allowed));
});
