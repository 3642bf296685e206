import { describe, expect, it } from '@jest/globals';
import { staleReason } from './stale-notice.policy.js';

const holder = (assignee: string | null, isClosed: boolean) => ({ meldingId: 'm', assignee, isClosed });

describe('a notice of an assignment', () => {
  it.each([
    ['nothing is known of the case', null, undefined],
    ['it is still theirs', holder('kb.mc.een', false), undefined],
    ['somebody else has it', holder('kb.mc.twee', false), 'REASSIGNED'],
    ['it is closed', holder('kb.mc.een', true), 'CASE_CLOSED'],
    ['it was reopened without a handler', holder(null, false), undefined],
  ])('when %s', (_what, known, reason) => {
    expect(staleReason('kb.mc.een', known)).toBe(reason);
  });
});
