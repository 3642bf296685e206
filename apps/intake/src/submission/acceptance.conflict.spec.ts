import { describe, expect, it } from '@jest/globals';
import { conflictOf } from './acceptance.conflict.js';

describe('why an acceptance was refused by the database', () => {
  it.each([
    [{ code: '23505', constraint: 'platform_idempotency_pkey' }, 'REPEATED_REQUEST'],
    [{ driverError: { code: '23505', constraint: 'melding_reference_unique' } }, 'NUMBER_TAKEN'],
    [{ code: '23505', constraint: 'melding_follow_up_unique' }, 'NUMBER_TAKEN'],
    [{ code: '23502', column: 'location_ids' }, 'UNKNOWN_LOCATION'],
    [{ code: '23502', column: 'kind' }, undefined],
    [{ code: '23505', constraint: 'melding_pkey' }, undefined],
    [{ code: 'ECONNREFUSED' }, undefined],
    ['tekst', undefined],
    [null, undefined],
  ])('%j → %s', (error, expected) => {
    expect(conflictOf(error)).toBe(expected);
  });
});
