import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { freshBytes } from './fresh-bytes.js';

const VERSION = 1;
const NONCE_AT = 1;
const TAG_AT = 13;
const TAG_BYTES = 16;
const BODY_AT = TAG_AT + TAG_BYTES;
const WITH_TAG = { authTagLength: TAG_BYTES };

/**
 * Encrypts with AES-256-GCM. Layout: version (1), nonce (12), tag (16), ciphertext.
 * @param key of 32 bytes
 * @param aad what the text belongs to (e.g. `melding:<id>:description`), so that it cannot be moved elsewhere
 */
export function seal(key: KeyObject, aad: string, text: string | Buffer): Buffer {
  const nonce = freshBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, WITH_TAG);
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const body = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text);
  // The mode needs no padding, so this only closes the tag.
  cipher.final();
  const sealed = Buffer.allocUnsafe(BODY_AT + body.length);
  sealed[0] = VERSION;
  nonce.copy(sealed, NONCE_AT);
  cipher.getAuthTag().copy(sealed, TAG_AT);
  body.copy(sealed, BODY_AT);
  return sealed;
}

/** @throws Error when key, aad or content do not belong together */
export function open(key: KeyObject, aad: string, sealed: Buffer): Buffer {
  if (sealed.length < BODY_AT || sealed[0] !== VERSION)
    throw new Error('Not a sealed value of this version.');
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(NONCE_AT, TAG_AT), WITH_TAG);
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  cipher.setAuthTag(sealed.subarray(TAG_AT, BODY_AT));
  return Buffer.concat([cipher.update(sealed.subarray(BODY_AT)), cipher.final()]);
}
