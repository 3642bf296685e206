import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES } from '#contracts';
import { storeWordsFor } from './store-status.policy.js';

describe('The status of a case in the words of the store', () => {
  it.each([
    ['RECEIVED', 'INGEDIEND', null],
    ['TRIAGED', 'INGEDIEND', null],
    ['ASSIGNED', 'TOEGEWEZEN_AAN', null],
    ['INFO_REQUESTED', 'IN_ONDERZOEK', null],
    ['CLOSED_RESOLVED', 'AFGEROND', 'OPGELOST'],
    ['CLOSED_UNFOUNDED', 'AFGEROND', 'AFGEWEZEN'],
    ['REFERRED', 'GESLOTEN', 'DOORVERWEZEN'],
    ['MERGED', 'GESLOTEN', 'SAMENGEVOEGD'],
    ['REOPENED', 'HERINGEDIEND', null],
  ] as const)('%s is %s, outcome %s', (status, storeStatus, outcome) =>
    expect(storeWordsFor(status)).toEqual({ status: storeStatus, outcome }),
  );

  it('is known for every status', () =>
    expect(CASE_STATUSES.map((status) => storeWordsFor(status).status)).not.toContain(undefined));
});
