import { createHmac, createSecretKey } from 'node:crypto';

/**
 * HMAC-SHA256 of a text (32 bytes): the same text gives the same hash, and nobody can try texts without the key.
 * @param pepperKey `KeyRing.derive(purpose)`
 */
export function keyedHash(pepperKey: Buffer, text: string): Buffer {
  // Handed over as bytes, Node 24 tries whether they are a key object by an exception: four times the cost.
  return createHmac('sha256', createSecretKey(pepperKey)).update(text, 'utf8').digest();
}
