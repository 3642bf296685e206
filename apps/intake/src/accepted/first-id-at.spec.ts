import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#platform';
import { firstIdAt } from './first-id-at.js';

describe('the lowest id of a moment', () => {
  it('is below every id made then or later, and above those of before', () => {
    const before = new Date();
    const id = uuidv7();
    expect(firstIdAt(before) < id).toBe(true);
    expect(firstIdAt(new Date(before.getTime() + 60_000)) > id).toBe(true);
  });

  it('exists for moments before there were such ids', () => {
    expect(firstIdAt(new Date('1960-01-01T00:00:00Z'))).toBe('00000000-0000-0000-0000-000000000000');
  });
});
