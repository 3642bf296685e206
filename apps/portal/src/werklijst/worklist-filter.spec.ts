import { describe, expect, it } from '@jest/globals';
import { isNarrowed, readFilter, worklistQuery } from './worklist-filter.js';

describe('filter of the worklist', () => {
  it('comes back from its own address', () => {
    const filter = readFilter({
      queue: 'CRISISWACHT',
      level: 'HIGH',
      status: 'TRIAGED',
      assignee: 'me',
      q: ' fazant & co ',
    });
    expect(filter.q).toBe('fazant & co');
    expect(readFilter(Object.fromEntries(new URLSearchParams(worklistQuery(filter))))).toEqual(filter);
  });

  it.each([
    [{ queue: 'NIETS', level: 'hoog', status: '1', assignee: 'a b', cursor: '<>' }],
    [{ queue: ['CRISISWACHT', 'ALGEMEEN'] }],
    [undefined],
  ])('leaves out what makes no sense: %j', (query) => {
    expect(worklistQuery(readFilter(query))).toBe('');
  });

  it('is not narrowed by turning a page', () => {
    expect(isNarrowed(readFilter({ cursor: 'abc' }))).toBe(false);
    expect(isNarrowed(readFilter({ q: 'abc' }))).toBe(true);
  });
});
