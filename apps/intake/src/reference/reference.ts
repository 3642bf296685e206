import { randomInt } from 'node:crypto';

/**
 * 23 signs that cannot be taken for one another when read aloud or copied by hand (no 0/O, 1/I/L, 2/Z, 5/S, 6/G,
 * 8/B pairs) and no vowels, so that no reference spells a word. 23 is prime: with distinct weights modulo a prime
 * the check sign catches every single wrong sign and every swap of two different signs.
 */
const SIGNS = '23456789CDFHJKMNPQRTWXY';
const LENGTH = 8;
const SHAPE = new RegExp(`^OP-([${SIGNS}]{4})-([${SIGNS}]{4})$`);

const weightAt = (place: number): number => LENGTH - place;

function weighted(signs: string): number {
  let sum = 0;
  for (let place = 0; place < signs.length; place += 1) {
    sum += weightAt(place) * SIGNS.indexOf(signs.charAt(place));
  }
  return sum;
}

/** The last sign has weight 1, so it alone brings the weighted sum to zero. */
function checkSign(signs: string): string {
  const rest = weighted(signs) % SIGNS.length;
  return SIGNS.charAt((SIGNS.length - rest) % SIGNS.length);
}

/** A new reference for a melding, `OP-XXXX-XXXX`: 7 random signs and a check sign (contract.md 3). */
export function newReference(): string {
  let random = '';
  while (random.length < LENGTH - 1) random += SIGNS.charAt(randomInt(SIGNS.length));
  const signs = random + checkSign(random);
  return `OP-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Tells whether a text can be a reference of ours; a reference with one typing fault cannot. */
export function isReference(text: string): boolean {
  const [, first = '', second = ''] = SHAPE.exec(text) ?? [];
  return first !== '' && weighted(first + second) % SIGNS.length === 0;
}
