import { describe, expect, it } from '@jest/globals';
import { isReference, newReference } from './reference.js';

const SIGNS = [...'23456789CDFHJKMNPQRTWXY'];
const PLACES = [3, 4, 5, 6, 8, 9, 10, 11];

const withSign = (text: string, place: number, sign: string) =>
  text.slice(0, place) + sign + text.slice(place + 1);

function swapped(text: string, a: number, b: number): string {
  return withSign(withSign(text, a, text.charAt(b)), b, text.charAt(a));
}

describe('reference of a melding', () => {
  const samples = Array.from({ length: 200 }, newReference);

  it('has the shape OP-XXXX-XXXX without look-alikes', () => {
    for (const reference of samples)
      expect(reference).toMatch(/^OP-[2-9CDFHJKMNPQRTWXY]{4}-[2-9CDFHJKMNPQRTWXY]{4}$/);
  });

  it('is recognised as ours', () => {
    expect(samples.every(isReference)).toBe(true);
    expect(isReference('OP-1234-5678')).toBe(false);
    expect(isReference('iets anders')).toBe(false);
  });

  it('catches every single wrong sign', () => {
    for (const reference of samples.slice(0, 20)) {
      for (const place of PLACES) {
        for (const sign of SIGNS.filter((s) => s !== reference.charAt(place))) {
          expect(isReference(withSign(reference, place, sign))).toBe(false);
        }
      }
    }
  });

  it('catches every swap of two different signs', () => {
    for (const reference of samples) {
      for (const a of PLACES) {
        for (const b of PLACES.filter(
          (place) => place > a && reference.charAt(place) !== reference.charAt(a),
        )) {
          expect(isReference(swapped(reference, a, b))).toBe(false);
        }
      }
    }
  });

  it('hardly ever repeats itself', () => {
    expect(new Set(samples).size).toBe(samples.length);
  });
});
