import { describe, expect, it } from '@jest/globals';
import { numberedWithCheck } from './dossier-number.js';

describe('A dossier number', () => {
  it('has prefix, eight digits and check digits', () =>
    expect(numberedWithCheck('EDS', 1n)).toBe('EDS-00000001-96'));

  it('grows beyond eight digits when it must', () =>
    expect(numberedWithCheck('EDS', 1_234_567_890n)).toBe('EDS-1234567890-95'));

  it('has check digits that notice two exchanged digits', () => {
    const check = (counter: bigint) => numberedWithCheck('EDS', counter).slice(-2);
    expect(check(12n)).not.toBe(check(21n));
  });
});
