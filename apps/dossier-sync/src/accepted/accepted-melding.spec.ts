import { describe, expect, it } from '@jest/globals';
import { acceptedPageIn } from './accepted-melding.js';

const item = {
  meldingId: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60',
  reference: 'OP-7K3M-Q9XD',
  kind: 'MELDING',
  receivedAt: '2026-11-21T20:15:00.000Z',
  acceptedAt: '2026-11-21T20:15:01.000Z',
  factDate: null,
  locationIds: ['L02'],
  themes: [],
};

describe('The list of accepted meldingen', () => {
  it('is read with its facts', () => {
    const { meldingId, acceptedAt, ...facts } = item;
    expect(acceptedPageIn({ items: [item], nextCursor: null })).toEqual({
      items: [{ meldingId, acceptedAt: new Date(acceptedAt), facts }],
      nextCursor: null,
    });
  });

  it.each([
    ['nothing', undefined],
    ['a page of something in between', '<html>'],
    ['no list', { items: 3 }],
    ['an item without id', { items: [{ ...item, meldingId: undefined }] }],
    ['an item accepted at no time', { items: [{ ...item, acceptedAt: 'gisteren' }] }],
    ['locations that are no texts', { items: [{ ...item, locationIds: [1] }] }],
  ])('is not believed when it is %s', (_what, body) =>
    expect(() => acceptedPageIn(body)).toThrow(expect.objectContaining({ name: 'AcceptedNonsenseError' })),
  );
});
