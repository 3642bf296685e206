import { describe, expect, it } from '@jest/globals';
import { meldingFrom } from './melding.js';
import type { MeldingInput } from './melding-input.js';

const entry = { channel: 'WEB' as const, receivedAt: new Date('2026-11-22T10:00:00Z'), enteredBy: null };
const description = 'Er stond een hek open aan de kant van de straat.';
const coded = (input: Partial<MeldingInput>) =>
  meldingFrom({ kind: 'VRAAG', description, ...input }, entry).coded;

describe('a melding split into codes and vault', () => {
  it('keeps what was not answered as unknown, never as no (domain.md 3.2.2)', () => {
    const { answers } = coded({ answers: { injury: 'none', ongoing: undefined } });
    expect(answers).toMatchObject({
      injury: 'none',
      ongoing: 'unknown',
      immediateDanger: 'unknown',
      conductTypes: [],
    });
  });

  it('takes somebody who gives contact data for known, anybody else for anonymous', () => {
    expect(coded({ contact: { email: 'a@voorbeeld.example' } }).identityMode).toBe('KNOWN');
    expect(coded({ contact: { name: undefined } }).identityMode).toBe('ANONYMOUS');
    expect(coded({}).submitterType).toBe('ONBEKEND');
  });

  it('gathers the locations of a personeelstekort without repeats', () => {
    const input: Partial<MeldingInput> = {
      kind: 'PERSONEELSTEKORT',
      location: { id: 'L04' },
      personeelstekort: { locationIds: ['L04', 'L07'] },
    };
    expect(coded(input).locationIds).toEqual(['L04', 'L07']);
  });

  it('keeps every word out of the coded part', () => {
    const words = 'kanarie';
    const input: MeldingInput = {
      kind: 'KLACHT_OPVANG',
      description: words,
      safeTimes: words,
      measuresTaken: words,
      desiredOutcome: words,
      contact: { name: words, email: words, phone: words, address: { street: words } },
      location: { description: words, municipality: words },
    };
    const melding = meldingFrom(input, entry);
    expect(JSON.stringify(melding.coded)).not.toContain(words);
    expect(melding.coded).toMatchObject({
      locationDescribed: true,
      reachableBy: { email: true, phone: true },
    });
  });

  it('never shares a name unless the melder said so (domain.md 9.2)', () => {
    expect(coded({}).consentToShareIdentity).toBe(false);
  });
});
