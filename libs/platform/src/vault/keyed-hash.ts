import { createHmac, type KeyObject } from 'node:crypto';

/**
 * HMAC-SHA256 of a text (32 bytes): the same text gives the same hash, and nobody can try texts without the key.
 * @param pepper `KeyRing.derive(purpose)`
 */
export function keyedHash(pepper: KeyObject, text: string): Buffer {
  return createHmac('sha256', pepper).update(text, 'utf8').digest();
}
