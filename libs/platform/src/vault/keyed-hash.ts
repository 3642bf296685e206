import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 of a text (32 bytes): the same text gives the same hash, and nobody can try texts without the key.
 * @param pepperKey `KeyRing.derive(purpose)`
 */
export function keyedHash(pepperKey: Buffer, text: string): Buffer {
  return createHmac('sha256', pepperKey).update(text, 'utf8').digest();
}
