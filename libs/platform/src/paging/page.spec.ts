import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from './cursor.js';
import { pageOf } from './page.js';

const page = (rows: number[], limit: number) =>
  pageOf(
    rows,
    limit,
    (n) => ({ n }),
    (n) => encodeCursor([n]),
  );

describe('a page', () => {
  it('points to the next one only when there is more', () => {
    const first = page([1, 2, 3], 2);
    expect(first.items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(decodeCursor(first.nextCursor ?? '')).toEqual([2]);
    expect(page([1, 2], 2).nextCursor).toBeNull();
    expect(page([], 2)).toEqual({ items: [], nextCursor: null });
  });

  it.each([[''], ['x'], ['é'], [encodeCursor([1]).slice(1)], [`${encodeCursor([1])}=`]])(
    'a cursor %p is refused',
    (cursor) => {
      expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
    },
  );
});
