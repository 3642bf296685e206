import { describe, expect, it } from '@jest/globals';
import type { DemoFixture } from './demo-fixture.js';
import { differences, type Outcome } from './judgement.js';

const fixture: DemoFixture = {
  id: 'EX-00',
  channel: 'WEB',
  melding: { contact: { email: 'melder@voorbeeld.example' } },
  expected: {
    level: 'HIGH',
    reasons: ['R-N1', 'R-H2'],
    flags: [],
    queue: 'REGIOTEAM',
    handlerRole: 'klantenbeheerder_kinderopvang',
    clocks: ['HIGH_24H'],
  },
};

const outcome: Outcome = {
  level: 'HIGH',
  reasons: ['R-N1', 'R-H2', 'TXT-LETSEL'],
  flags: [],
  queue: 'REGIOTEAM',
  handlerRole: 'klantenbeheerder_kinderopvang',
  clocks: ['HIGH_24H'],
  dossierNumber: 'EDS-1',
  messages: ['acknowledgement'],
};

describe('what the demo counts as a match', () => {
  it('is everything expected, further reasons allowed', () => {
    expect(differences(fixture, outcome)).toEqual([]);
  });

  it.each<[string, Partial<Outcome>]>([
    ['reden ontbreekt: R-H2', { reasons: ['R-N1'] }],
    ['niveau NORMAL, verwacht HIGH', { level: 'NORMAL', reasons: ['R-N1', 'R-H2', 'R-C8'] }],
    [
      'niveau CRISIS, verwacht HIGH',
      { level: 'CRISIS', reasons: ['R-N1', 'R-H2', 'B-2'], messages: ['acknowledgement', 'duty-alert'] },
    ],
    ['wachtrij ALGEMEEN, verwacht REGIOTEAM', { queue: 'ALGEMEEN' }],
    ['behandelaar jurist, verwacht klantenbeheerder_kinderopvang', { handlerRole: 'jurist' }],
    ['termijn ontbreekt: HIGH_24H', { clocks: [] }],
    ['nog geen dossiernummer', { dossierNumber: undefined }],
    ['nog niet verstuurd: acknowledgement', { messages: [] }],
  ])('is not: %s', (sentence, change) => {
    expect(differences(fixture, { ...outcome, ...change })).toEqual([sentence]);
  });

  it.each(['B-1', 'B-3', 'R-C8'])('allows a higher level when history raised it by %s', (rule) => {
    const raised = {
      ...outcome,
      level: 'CRISIS' as const,
      queue: 'CRISISWACHT',
      reasons: [...outcome.reasons, rule],
      messages: ['acknowledgement', 'duty-alert'],
    };
    expect(differences(fixture, raised)).toEqual([]);
  });

  it('needs an alert of the duty officer for a crisis', () => {
    const crisis = { ...fixture, expected: { ...fixture.expected, level: 'CRISIS' as const } };
    expect(differences(crisis, { ...outcome, level: 'CRISIS' })).toEqual(['nog niet verstuurd: duty-alert']);
  });

  it('needs no message where there is no mail address', () => {
    expect(differences({ ...fixture, melding: {} }, { ...outcome, messages: [] })).toEqual([]);
  });
});
