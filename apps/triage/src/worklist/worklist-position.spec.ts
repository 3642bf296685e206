import { encodeCursor } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { cursorOf, positionOf } from './worklist-position.js';

const POSITION = {
  urgency: 1,
  dueAt: '2026-03-02T13:00:00.000Z',
  id: '01932b6a-5c1e-7cc2-9f7e-3f1d6a1c2b40',
};

describe('place in a worklist', () => {
  it('comes back from its cursor', () => {
    expect(positionOf(cursorOf(POSITION))).toEqual(POSITION);
  });

  it.each([
    ['a damaged cursor', 'x'.repeat(20)],
    ['a cursor of another list', encodeCursor(['iets', 'anders'])],
    ['a cursor with something else in it', encodeCursor({ urgency: 1 })],
  ])('refuses %s', (_what, cursor) => {
    expect(() => positionOf(cursor)).toThrow('INVALID_CURSOR');
  });
});
