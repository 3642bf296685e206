import { describe, expect, it } from '@jest/globals';
import { isKboNumber } from './kbo-number.js';

describe('An enterprise number (KBO)', () => {
  it.each(['0999999031', '0999999130', '0999999229', '0999999328'])('%s is valid', (number) =>
    expect(isKboNumber(number)).toBe(true),
  );

  it.each(['0999999032', '0999.999.031', '2999999031', '099999903', ''])('%s is not', (number) =>
    expect(isKboNumber(number)).toBe(false),
  );
});
