import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/**
 * Encrypts with AES-256-GCM. Layout: version (1), nonce (12), tag (16), ciphertext.
 * @param aad what the text belongs to (e.g. `melding:<id>:description`), so that it cannot be moved elsewhere
 */
export function seal(plainKey: Buffer, aad: string, text: string | Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(plainKey), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const body = Buffer.concat([
    cipher.update(typeof text === 'string' ? Buffer.from(text, 'utf8') : text),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when key, aad or content do not belong together */
export function open(plainKey: Buffer, aad: string, sealed: Buffer): Buffer {
  const tagAt = 1 + NONCE_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  if (sealed.length < bodyAt || sealed[0] !== VERSION) throw new Error('Not a sealed value of this version.');
  const cipher = createDecipheriv('aes-256-gcm', createSecretKey(plainKey), sealed.subarray(1, tagAt), {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  cipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
  return Buffer.concat([cipher.update(sealed.subarray(bodyAt)), cipher.final()]);
}
