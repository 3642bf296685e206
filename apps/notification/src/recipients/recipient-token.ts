import type { KeyObject } from 'node:crypto';
import { KeyRing, keyedHash } from '#platform';
import { Injectable } from '@nestjs/common';

/** Stands for a recipient in tables and events: the same for the same recipient, and tells nothing about them. */
@Injectable()
export class RecipientTokens {
  private readonly key: KeyObject;

  constructor(keys: KeyRing) {
    this.key = keys.derive('notification recipient');
  }

  /** A melder is one recipient per melding: two meldingen of one person must not become linkable here. */
  ofMelder(meldingId: string): string {
    return this.hash(`melder:${meldingId}`);
  }

  ofStaff(username: string): string {
    return this.hash(`staff:${username}`);
  }

  private hash(recipient: string): string {
    return keyedHash(this.key, recipient).toString('base64url');
  }
}
