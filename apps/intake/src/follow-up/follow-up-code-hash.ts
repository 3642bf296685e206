import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { keyedHash, KeyRing } from '#platform';

/** The only trace of a follow-up code in the database: an HMAC that nobody can try codes against without the key. */
@Injectable()
export class FollowUpCodeHash {
  private readonly pepper: KeyObject;

  constructor(keyRing: KeyRing) {
    this.pepper = keyRing.derive('follow-up-code');
  }

  /** @param code digits, with or without the spaces between the groups */
  of(code: string): Buffer {
    return keyedHash(this.pepper, code.replaceAll(' ', ''));
  }
}
