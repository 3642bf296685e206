import { describe, expect, it } from '@jest/globals';
import { AT_RECEIPT, contentOf } from '../hand-over/melding-state.js';
import { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { storedMeldingIn } from '../store/stored-melding.js';
import { compare } from './comparison.policy.js';

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

describe('Ledger and store', () => {
  it.each([
    ['agree', entry({}), stored, 'MATCHING'],
    ['differ in content', entry({ level: 'HIGH' }), stored, 'CONTENT_DIFFERS'],
    ['differ when the store lost it', entry({}), null, 'MISSING_IN_STORE'],
    [
      'differ when the store lost it, a change refused since',
      entry({ revision: 3, owner: 'BEHEERDER' }),
      null,
      'MISSING_IN_STORE',
    ],
    ['differ when the ledger never had it', null, stored, 'MISSING_IN_LEDGER'],
    ['do not differ yet while it waits', entry({ state: 'WAITING' }), null, 'OPEN'],
    ['do not differ yet while a change is on its way', entry({ revision: 3 }), stored, 'OPEN'],
    ['do not differ when it was refused', entry({ state: 'REFUSED' }), null, 'OPEN'],
  ] as const)('%s', (_how, ours, theirs, verdict) => expect(compare(ours, theirs)).toBe(verdict));
});
