import { describe, expect, it } from '@jest/globals';
import type { MeldingContent } from './melding-content.js';
import { decideRegistration } from './registration.policy.js';

const content: MeldingContent = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'PERSONEELSTEKORT',
  receivedAt: new Date('2026-11-21T20:15:00Z'),
  factDate: null,
  locationIds: ['L01', 'L04'],
  themes: ['BEZETTING_PERSONEEL', 'VOEDING'],
  level: null,
  status: 'INGEDIEND',
  outcome: null,
  handler: null,
};
const changed: MeldingContent = { ...content, level: 'HIGH' };
const reordered: MeldingContent = {
  ...content,
  locationIds: ['L04', 'L01'],
  themes: content.themes.toReversed(),
};
const current = { version: 2, content };

describe('A PUT of a melding', () => {
  it.each([
    ['creates what is not there', null, content, undefined, 'CREATE'],
    ['refuses a change of what is not there', null, content, '"1"', 'REFUSE_STALE'],
    ['refuses "any version" of what is not there', null, content, '*', 'REFUSE_STALE'],
    ['may be repeated without If-Match', current, content, undefined, 'UNCHANGED'],
    ['may be repeated with the version that was seen before', current, content, '"1"', 'UNCHANGED'],
    ['sees no change in another order of lists', current, reordered, undefined, 'UNCHANGED'],
    ['needs If-Match to change', current, changed, undefined, 'REFUSE_WITHOUT_IF_MATCH'],
    ['refuses a change of an older version', current, changed, '"1"', 'REFUSE_STALE'],
    ['changes the version that was seen', current, changed, '"2"', 'UPDATE'],
    ['changes any version with *', current, changed, '*', 'UPDATE'],
  ] as const)('%s', (_sentence, held, incoming, ifMatch, decision) => {
    expect(decideRegistration(held, incoming, ifMatch)).toBe(decision);
  });
});
