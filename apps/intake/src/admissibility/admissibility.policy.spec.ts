import { describe, expect, it } from '@jest/globals';
import { admissibilityOf } from './admissibility.policy.js';

const address = {
  street: 'Verzonnenstraat',
  houseNumber: '1',
  postalCode: '9999',
  municipality: 'Verzinbeke',
};
const name = 'Voorbeeld Ouder';

describe('admissibility of a klacht (domain.md 3.5)', () => {
  it.each([
    ['KLACHT_OPVANG', { name, address }, []],
    ['KLACHT_DIENSTVERLENING', { name, address: { ...address, box: 'b' } }, []],
    ['KLACHT_OPVANG', { name }, ['contact.address']],
    ['KLACHT_OPVANG', { address }, ['contact.name']],
    ['KLACHT_OPVANG', {}, ['contact.name', 'contact.address']],
    [
      'KLACHT_DIENSTVERLENING',
      { name, address: { ...address, houseNumber: undefined } },
      ['contact.address'],
    ],
    ['MELDING', {}, []],
    ['FEEDBACK', {}, []],
  ] as const)('%s with %j still needs %j', (kind, contact, missing) => {
    expect(admissibilityOf(kind, contact)).toEqual({ complete: missing.length === 0, missing });
  });
});
