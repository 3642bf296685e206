import { randomBytes } from 'node:crypto';
import type { KeyEncryption } from './key-encryption.js';
import { KEY_BYTES } from './sealing.js';

export interface DataKey {
  /** Use it, never store it. */
  plain: Buffer;
  /** Store it; without it everything sealed with the key is gone (crypto-erasure, architecture 6). */
  wrapped: Buffer;
}

/** Data keys (one per melding) and keys per purpose, all under the key-encryption key of the service. */
export class KeyRing {
  constructor(private readonly encryption: KeyEncryption) {}

  newDataKey(): DataKey {
    const plain = randomBytes(KEY_BYTES);
    return { plain, wrapped: this.encryption.wrap(plain) };
  }

  /** @throws Error when the key was wrapped by another key-encryption key or was damaged */
  unwrap(wrapped: Buffer): Buffer {
    return this.encryption.unwrap(wrapped);
  }

  /** A key of 32 bytes of its own for every purpose, e.g. for `keyedHash`. */
  derive(purpose: string): Buffer {
    return this.encryption.derive(purpose);
  }
}
