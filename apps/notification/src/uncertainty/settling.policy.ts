import type { LookupAnswer } from './provider-lookup.js';

export type Step = { then: 'SENT' | 'SEND_AGAIN' | 'ASK' } | { then: 'WAIT'; seconds: number };

export interface SettlingTerms {
  /** Seconds before a provider's "I do not have it" counts: what was on its way may still arrive until then. */
  trustAfter: number;
  /** Seconds before a person is asked. */
  askAfter: number;
}

const SHORTEST_WAIT = 1;
const LONGEST_WAIT = 60;

/** What to do with a message of which nobody knows whether the provider has it. */
export function nextStep(
  answer: LookupAnswer | 'NOBODY_TO_ASK' | 'NO_ANSWER',
  secondsUncertain: number,
  { trustAfter, askAfter }: SettlingTerms,
): Step {
  if (answer === 'TAKEN') return { then: 'SENT' };
  if (answer === 'NOT_TAKEN') {
    if (secondsUncertain >= trustAfter) return { then: 'SEND_AGAIN' };
    return waitFor(trustAfter - secondsUncertain, secondsUncertain);
  }
  if (secondsUncertain >= askAfter) return { then: 'ASK' };
  const left = askAfter - secondsUncertain;
  return answer === 'NOBODY_TO_ASK' ? { then: 'WAIT', seconds: left } : waitFor(left, secondsUncertain);
}

/** Asks again after as long as it has lasted, within bounds, and not later than the term. */
function waitFor(left: number, soFar: number): Step {
  const pause = Math.min(Math.max(soFar, SHORTEST_WAIT), LONGEST_WAIT);
  return { then: 'WAIT', seconds: Math.min(pause, left) };
}
