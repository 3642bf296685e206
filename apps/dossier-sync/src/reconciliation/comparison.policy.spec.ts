import { describe, expect, it } from '@jest/globals';
import { AT_RECEIPT, contentOf } from '../hand-over/melding-state.js';
import { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { storedMeldingIn } from '../store/stored-melding.js';
import { compare, placeOf } from './comparison.policy.js';

const meldingId = '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60';
const facts = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  receivedAt: '2026-11-21T20:15:00.000Z',
  factDate: null,
  locationIds: ['L02'],
  themes: [],
};
const entry = (changes: Partial<LedgerEntry>): LedgerEntry =>
  Object.assign(new LedgerEntry(), {
    ...AT_RECEIPT,
    meldingId,
    facts,
    state: 'REGISTERED',
    revision: 2,
    confirmedRevision: 2,
    ...changes,
  });
const stored = storedMeldingIn({ meldingId, ...contentOf(facts, AT_RECEIPT) });

describe('Intake, ledger and store', () => {
  it.each([
    ['agree', entry({}), stored, 'MATCHING'],
    ['differ in content', entry({ level: 'HIGH' }), stored, 'CONTENT_DIFFERS'],
    ['differ when the store lost it', entry({}), null, 'MISSING_IN_STORE'],
    [
      'differ when the store has it under another number',
      entry({ dossierNumber: 'EDS-00000001-01' }),
      storedMeldingIn({ ...stored.held, dossierNumber: 'EDS-00000002-02' }),
      'MISSING_IN_STORE',
    ],
    [
      'differ when the store lost it, a change refused since',
      entry({ revision: 3, owner: 'BEHEERDER' }),
      null,
      'MISSING_IN_STORE',
    ],
    ['differ when the ledger never heard of it', null, null, 'NEVER_HEARD_OF'],
    [
      'differ when only its later events came',
      entry({ facts: null, state: 'WAITING' }),
      null,
      'NEVER_HEARD_OF',
    ],
    ['differ when the ledger lost it and the store has it', null, stored, 'NEVER_HEARD_OF'],
    ['do not differ yet while it waits', entry({ state: 'WAITING' }), null, 'OPEN'],
    ['do not differ yet while a change is on its way', entry({ revision: 3 }), stored, 'OPEN'],
    ['do not differ when it was refused', entry({ state: 'REFUSED' }), null, 'OPEN'],
  ] as const)('%s', (_how, ours, theirs, verdict) => expect(compare(ours, theirs, 'LONG_AGO')).toBe(verdict));

  it.each([
    ['accepted just now is on its way', null, null, 'JUST_NOW', 'OPEN'],
    ['that the store has and nobody else', null, stored, 'NEVER', 'MISSING_IN_LEDGER'],
    ['that intake does not know is a difference', entry({}), stored, 'NEVER', 'MISSING_AT_INTAKE'],
    [
      'that intake does not know and the store lost is lost first',
      entry({}),
      null,
      'NEVER',
      'MISSING_IN_STORE',
    ],
  ] as const)('a melding %s', (_how, ours, theirs, acceptance, verdict) =>
    expect(compare(ours, theirs, acceptance)).toBe(verdict),
  );
});

describe('An accepted melding', () => {
  it.each([
    ['that is registered', entry({}), 'MATCHING', 'REGISTERED'],
    ['of which a change is open', entry({ revision: 3 }), 'OPEN', 'REGISTERED'],
    ['that waits', entry({ state: 'WAITING' }), 'OPEN', 'WAITING'],
    ['that was refused', entry({ state: 'REFUSED' }), 'OPEN', 'REFUSED'],
    ['that the store lost', entry({}), 'MISSING_IN_STORE', 'WAITING'],
    ['that the ledger never heard of', null, 'NEVER_HEARD_OF', 'WAITING'],
    ['whose event is on its way', null, 'OPEN', 'WAITING'],
  ] as const)('%s is in one place', (_which, ours, verdict, place) =>
    expect(placeOf(ours, verdict)).toBe(place),
  );
});
