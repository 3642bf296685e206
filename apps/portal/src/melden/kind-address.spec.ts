import { describe, expect, it } from '@jest/globals';
import { PUBLIC_KINDS } from '#contracts';
import { kindAddress, kindAt } from './kind-address.js';

describe('address of a form', () => {
  it.each(PUBLIC_KINDS)('leads back to %s', (kind) => {
    expect(kindAt(kindAddress(kind).replace('/melden/', ''))).toBe(kind);
  });

  it.each(['inspectie-advies', 'MELDING', 'iets-anders', ''])('leads nowhere for "%s"', (slug) => {
    expect(kindAt(slug)).toBeUndefined();
  });
});
