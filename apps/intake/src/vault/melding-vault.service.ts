import { Injectable } from '@nestjs/common';
import { KeyRing, open, seal } from '#platform';
import type { IdentityPart, KeptTexts, SealedContent, SealedMelding } from './sealed-melding.js';

const identityOf = (meldingId: string): string => `melding:${meldingId}:identity`;
const contentOf = (meldingId: string): string => `melding:${meldingId}:content`;

/**
 * Seals and opens the personal part of a melding. Identity and content are sealed apart under the same key: who
 * reads the text never decrypts the name (domain.md 9.3), and one key erases both.
 */
@Injectable()
export class MeldingVault {
  constructor(private readonly keyRing: KeyRing) {}

  seal(meldingId: string, { identity, content }: KeptTexts): SealedMelding {
    const { key, wrapped } = this.keyRing.newDataKey();
    return {
      wrappedKey: wrapped,
      identity: seal(key, identityOf(meldingId), identity),
      content: seal(key, contentOf(meldingId), content),
    };
  }

  openIdentity(meldingId: string, sealed: SealedMelding): IdentityPart {
    const key = this.keyRing.unwrap(sealed.wrappedKey);
    return JSON.parse(open(key, identityOf(meldingId), sealed.identity).toString('utf8')) as IdentityPart;
  }

  openContent(meldingId: string, sealed: SealedMelding): SealedContent {
    const key = this.keyRing.unwrap(sealed.wrappedKey);
    return JSON.parse(open(key, contentOf(meldingId), sealed.content).toString('utf8')) as SealedContent;
  }
}
