import type { ContentPart, IdentityPart } from '../submission/melding.js';

/** The text of a melding with the salt of the hash in its receipt, so that the hash can be proven later. */
export interface SealedContent extends ContentPart {
  receiptSalt: string;
}

/** A row of `melding_vault`. */
export interface SealedMelding {
  wrappedKey: Buffer;
  identity: Buffer;
  content: Buffer;
}

export type { IdentityPart };
