import { describe, expect, it } from '@jest/globals';
import { nextStep } from './settling.policy.js';

const terms = { trustAfter: 15, askAfter: 300 };

describe('a message that the provider may have', () => {
  it.each([
    ['TAKEN', 0, { then: 'SENT' }],
    ['TAKEN', 999, { then: 'SENT' }],
    ['NOT_TAKEN', 0, { then: 'WAIT', seconds: 1 }],
    ['NOT_TAKEN', 4, { then: 'WAIT', seconds: 4 }],
    ['NOT_TAKEN', 14, { then: 'WAIT', seconds: 1 }],
    ['NOT_TAKEN', 15, { then: 'SEND_AGAIN' }],
    ['NO_ANSWER', 10, { then: 'WAIT', seconds: 10 }],
    ['NO_ANSWER', 200, { then: 'WAIT', seconds: 60 }],
    ['NO_ANSWER', 290, { then: 'WAIT', seconds: 10 }],
    ['NO_ANSWER', 300, { then: 'ASK' }],
    ['NOBODY_TO_ASK', 0, { then: 'WAIT', seconds: 300 }],
    ['NOBODY_TO_ASK', 300, { then: 'ASK' }],
  ] as const)('%s after %d seconds: %j', (answer, seconds, step) => {
    expect(nextStep(answer, seconds, terms)).toEqual(step);
  });
});
