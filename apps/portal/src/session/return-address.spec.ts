import { describe, expect, it } from '@jest/globals';
import { returnAddress } from './return-address.js';

describe('address to return to after signing in', () => {
  it.each(['/werklijst', '/werklijst?queue=CRISISWACHT', '/zaken/0193a5b0-0000-7000-8000-000000000000'])(
    'keeps %s',
    (asked) => {
      expect(returnAddress(asked)).toBe(asked);
    },
  );

  it.each([
    undefined,
    '',
    'https://elders.example/',
    '//elders.example',
    '/\\elders.example',
    '/zaken/../../x',
    '/logout',
    'werklijst',
  ])('goes to the worklist for %s', (asked) => {
    expect(returnAddress(asked)).toBe('/werklijst');
  });
});
