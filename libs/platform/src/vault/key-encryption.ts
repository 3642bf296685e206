import type { KeyObject } from 'node:crypto';

export const KEY_BYTES = 32;

/**
 * Port to the key-encryption key (KEK). An implementation may get its key from a file, a KMS or Vault Transit, but
 * does so once, at start: afterwards wrapping and deriving never wait for another system, so that accepting a
 * melding does not either (issue: nothing on the accepting path waits for another service).
 */
export interface KeyEncryption {
  wrap(plain: Buffer): Buffer;
  /** @throws Error when the wrapped key was made with another KEK or was damaged */
  unwrap(wrapped: Buffer): Buffer;
  /** A key of 32 bytes of its own for every purpose. */
  derive(purpose: string): KeyObject;
}
