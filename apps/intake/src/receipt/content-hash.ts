import { hash } from 'node:crypto';
import { freshBytes } from '#platform';
import type { Melding } from '../submission/melding.js';

const SALT_BYTES = 16;

/**
 * SHA-256 of what was told, over a random salt that stays in the vault: whoever holds the receipt cannot try out
 * texts, and who holds the melding can prove that the receipt is about it.
 */
export function contentHash(melding: Melding, salt: Buffer): Buffer {
  const { coded, identity, content } = melding;
  const told = Buffer.from(JSON.stringify([coded, identity, content]));
  return hash('sha256', Buffer.concat([salt, told]), 'buffer');
}

export const newSalt = (): Buffer => freshBytes(SALT_BYTES);
