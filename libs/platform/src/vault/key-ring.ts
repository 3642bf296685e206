import { createSecretKey, type KeyObject } from 'node:crypto';
import { freshBytes } from './fresh-bytes.js';
import { KEY_BYTES, type KeyEncryption } from './key-encryption.js';

export interface DataKey {
  /** Use it, never store it. */
  key: KeyObject;
  /** Store it; without it everything sealed with the key is gone (crypto-erasure, architecture 6). */
  wrapped: Buffer;
}

/**
 * Data keys (one per melding) and keys per purpose, all under the key-encryption key of the service. They leave here as
 * key objects: those say nothing when they get into a log, and cost a third of what bytes cost at each use.
 */
export class KeyRing {
  private readonly derived = new Map<string, KeyObject>();

  constructor(private readonly encryption: KeyEncryption) {}

  newDataKey(): DataKey {
    const plain = freshBytes(KEY_BYTES);
    const made = { key: createSecretKey(plain), wrapped: this.encryption.wrap(plain) };
    plain.fill(0);
    return made;
  }

  /** @throws Error when the key was wrapped by another key-encryption key or was damaged */
  unwrap(wrapped: Buffer): KeyObject {
    return createSecretKey(this.encryption.unwrap(wrapped));
  }

  /** A key of 32 bytes of its own for every purpose, e.g. for `keyedHash`. Purposes are few and fixed. */
  derive(purpose: string): KeyObject {
    const known = this.derived.get(purpose);
    if (known !== undefined) return known;
    const made = this.encryption.derive(purpose);
    this.derived.set(purpose, made);
    return made;
  }
}
