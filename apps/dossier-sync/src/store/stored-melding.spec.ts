import { describe, expect, it } from '@jest/globals';
import type { StoreContent } from './store-content.js';
import { StoreNonsenseError } from './store-failure.js';
import { holds, storedMeldingIn, storedMeldingPageIn } from './stored-melding.js';

const meldingId = '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60';
const content: StoreContent = {
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  receivedAt: '2026-11-21T20:15:00.000Z',
  factDate: null,
  locationIds: ['L01', 'L02'],
  themes: [],
  level: 'HIGH',
  status: 'INGEDIEND',
  outcome: null,
  handler: null,
};
const stored = (changes: object) => storedMeldingIn({ meldingId, version: 4, ...content, ...changes });

describe('What the store holds of a melding', () => {
  it.each([
    ['the same', {}],
    ['locations in another order', { locationIds: ['L02', 'L01'] }],
    ['the time written in another way', { receivedAt: '2026-11-21T21:15:00+01:00' }],
    ['an empty field left out', { outcome: undefined }],
    ['fields of its own', { shelf: 12 }],
  ])('may be %s', (_what, changes) => expect(holds(stored(changes), content)).toBe(true));

  it.each([
    ['another level', { level: 'LOW' }],
    ['no level', { level: null }],
    ['another location', { locationIds: ['L01'] }],
    ['another time', { receivedAt: '2026-11-21T20:15:01.000Z' }],
  ])('differs with %s', (_what, changes) => expect(holds(stored(changes), content)).toBe(false));

  it.each([undefined, {}, { items: {} }, { items: [{}] }, { items: [{ meldingId: 'x' }] }])(
    'is nonsense as %j',
    (body) => expect(() => storedMeldingPageIn(body)).toThrow(StoreNonsenseError),
  );
});
