import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES, CLOSED_STATUSES } from './case-states.js';

describe('statuses of a case', () => {
  it('leave work to do as long as somebody assesses or follows up', () => {
    const open = CASE_STATUSES.filter((status) => !CLOSED_STATUSES.includes(status));
    expect(open).toEqual([
      'RECEIVED',
      'TRIAGED',
      'ASSIGNED',
      'IN_ASSESSMENT',
      'INFO_REQUESTED',
      'DECISION_PROPOSED',
      'DECIDED',
      'FOLLOW_UP',
      'REOPENED',
    ]);
  });
});
