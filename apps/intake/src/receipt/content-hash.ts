import { hash } from 'node:crypto';
import { freshBytes } from '#platform';
import type { CodedPart } from '../submission/melding.js';
import type { KeptTexts } from '../vault/sealed-melding.js';

const SALT_BYTES = 16;

/**
 * SHA-256 of what was told. The texts hold a random salt that stays in the vault with them: whoever has the receipt
 * cannot try out texts, and who has the melding can prove that the receipt is about it.
 */
export const contentHash = (coded: CodedPart, { identity, content }: KeptTexts): Buffer =>
  // JSON has no line breaks outside its texts, and there they are written otherwise.
  hash('sha256', `${JSON.stringify(coded)}\n${identity}\n${content}`, 'buffer');

export const newSalt = (): string => freshBytes(SALT_BYTES).toString('base64url');
