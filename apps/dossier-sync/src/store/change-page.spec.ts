import { describe, expect, it } from '@jest/globals';
import { changePageIn } from './change-page.js';
import { StoreNonsenseError } from './store-failure.js';

const change = (sequence: number) => ({ sequence, type: 'LOCATION_CHANGED', location: {}, handhaving: null });

describe('A page of the change feed', () => {
  it('tells where to go on', () => {
    expect(changePageIn({ items: [change(5), change(6)] }, 4)).toMatchObject({ nextAfter: 6 });
    expect(changePageIn({ items: [] }, 4)).toEqual({ items: [], nextAfter: 4 });
  });

  it.each([
    ['nothing', undefined],
    ['no list', { items: 'none' }],
    ['a gap at the start', { items: [change(6)] }],
    ['a gap inside', { items: [change(5), change(7)] }],
    ['a step back', { items: [change(5), change(5)] }],
    ['a line without a number', { items: [{}] }],
  ])('with %s is nonsense', (_what, body) => expect(() => changePageIn(body, 4)).toThrow(StoreNonsenseError));
});
