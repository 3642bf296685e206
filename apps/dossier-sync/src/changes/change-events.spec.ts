import { describe, expect, it } from '@jest/globals';
import { eventOf } from './change-events.js';

const change = { sequence: 1, location: null, handhaving: null };

describe('A change of the store', () => {
  it('of a location is told under its id', () => {
    const location = { locationId: 'L02', revision: 1 };
    expect(eventOf({ ...change, type: 'LOCATION_CHANGED', location })).toEqual({
      type: 'be.opgroeipunt.location.changed.v1',
      key: 'L02',
      data: location,
    });
  });

  it('of an enforcement case is told under the id of its location', () => {
    const handhaving = { locationId: 'L05', handhavingId: 'H1' };
    expect(eventOf({ ...change, type: 'HANDHAVING_STATE_CHANGED', handhaving })).toMatchObject({
      type: 'be.opgroeipunt.handhaving.stateChanged.v1',
      key: 'L05',
    });
  });

  it.each([
    ['of an unknown type', { ...change, type: 'SOMETHING_NEW', location: { locationId: 'L02' } }],
    ['without content', { ...change, type: 'LOCATION_CHANGED' }],
    ['without a location', { ...change, type: 'LOCATION_CHANGED', location: { locationId: '' } }],
  ])('%s is told to nobody', (_what, unusable) => expect(eventOf(unusable)).toBeUndefined());
});
