import { sign, verify, type KeyObject } from 'node:crypto';

export type ReceiptAlgorithm = 'ES256' | 'EdDSA';

/** New receipts are signed so: every JWS library knows it (RFC 7518), and it takes half the time of Ed25519. */
export const CURVE = 'P-256';

/** What a key signs with; a receipt that names another algorithm is not of this key. */
export const algorithmOf = (key: KeyObject): ReceiptAlgorithm =>
  key.asymmetricKeyType === 'ec' ? 'ES256' : 'EdDSA';

const NUMBER_BYTES = 32;

/**
 * The two numbers of a signature as JWS wants them (RFC 7518, 3.4): each of 32 bytes, one behind the other. Asked for
 * this form itself, Node takes longer over it than over signing.
 * @param der SEQUENCE of two INTEGERs, which drop leading zeros and put one before a high first bit
 */
function joined(der: Buffer): Buffer {
  const signature = Buffer.alloc(2 * NUMBER_BYTES);
  let start = 4;
  for (const end of [NUMBER_BYTES, 2 * NUMBER_BYTES]) {
    const after = start + (der[start - 1] ?? 0);
    const number = der.subarray(Math.max(start, after - NUMBER_BYTES), after);
    number.copy(signature, end - number.length);
    start = after + 2;
  }
  return signature;
}

/**
 * Made at once: handing it to the pool of threads takes the event loop longer than signing does when the processors
 * have other work (docs/performance.md).
 * @param key private, on P-256
 */
export const es256 = (key: KeyObject, signed: string): Buffer =>
  joined(sign('sha256', Buffer.from(signed), key));

/** Also of receipts from before P-256, whose keys stay. */
export function isSignedBy(key: KeyObject, signed: string, signature: Buffer): boolean {
  const text = Buffer.from(signed);
  return algorithmOf(key) === 'ES256'
    ? verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature)
    : verify(null, text, key, signature);
}
