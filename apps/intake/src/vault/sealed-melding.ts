import type { ContentPart, IdentityPart } from '../submission/melding.js';

/** The text of a melding with the salt of the hash in its receipt, so that the hash can be proven later. */
export interface SealedContent extends ContentPart {
  receiptSalt: string;
}

/** The personal part of a melding as it is sealed. */
export interface KeptTexts {
  identity: string;
  content: string;
}

export const keptTexts = (identity: IdentityPart, content: SealedContent): KeptTexts => ({
  identity: JSON.stringify(identity),
  content: JSON.stringify(content),
});

/** A row of `melding_vault`. */
export interface SealedMelding {
  wrappedKey: Buffer;
  identity: Buffer;
  content: Buffer;
}

export type { IdentityPart };
