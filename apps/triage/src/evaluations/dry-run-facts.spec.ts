import { describe, expect, it } from '@jest/globals';
import { dryRunFacts, givenState, locationIdsOf, otherMelding, submitterKeysOf } from './dry-run-facts.js';

const NOW = new Date('2026-03-02T09:00:00Z');

describe('half a melding in a dry run', () => {
  it('counts what is left out as unknown', () => {
    const facts = dryRunFacts({ kind: 'MELDING' }, NOW);
    expect(facts.answers.immediateDanger).toBe('unknown');
    expect(facts).toMatchObject({
      submitterType: 'ONBEKEND',
      identityMode: 'KNOWN',
      receivedAt: NOW,
      text: null,
    });
  });

  it('judges the words as they were sent', () => {
    const facts = dryRunFacts({ kind: 'MELDING', description: '  tekst ' }, NOW);
    expect(facts.text?.description).toBe('  tekst ');
  });

  it('counts from the given time of receipt', () => {
    const facts = dryRunFacts({ kind: 'MELDING', receivedAt: '2026-01-01T00:00:00Z' }, NOW);
    expect(facts.receivedAt).toEqual(new Date('2026-01-01T00:00:00Z'));
  });
});

describe('what surrounds a melding in a dry run', () => {
  it('names each location once', () => {
    const melding = {
      kind: 'PERSONEELSTEKORT' as const,
      location: { id: 'L01' },
      personeelstekort: { locationIds: ['L02', 'L01'] },
    };
    expect(locationIdsOf(melding)).toEqual(['L01', 'L02']);
  });

  it('knows a submitter by mail address and by phone, however it is written', () => {
    const contact = { email: 'Ouder@voorbeeld.example', phone: '+32 0 00.00/00' };
    expect(submitterKeysOf({ kind: 'MELDING', contact })).toEqual(['Ouder@voorbeeld.example', '+320000000']);
    expect(otherMelding({ kind: 'MELDING', submitterKey: '+32 0 00 00 00', hoursAgo: 1 }).submitterKey).toBe(
      '+320000000',
    );
  });

  it('knows nobody by a contact that an anonymous melder gave', () => {
    const contact = { email: 'ouder@voorbeeld.example' };
    expect(submitterKeysOf({ kind: 'MELDING', identityMode: 'ANONYMOUS', contact })).toEqual([]);
  });

  it('takes what the given location does not say as not known', () => {
    expect(givenState({ licenceState: 'VERGUND' })).toEqual({
      licenceState: 'VERGUND',
      enforcementState: null,
      riskBand: null,
      schorsingEndedOn: null,
    });
  });
});
