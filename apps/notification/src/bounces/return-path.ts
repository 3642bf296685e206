import { KeyRing, keyedHash } from '#platform';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual, type KeyObject } from 'node:crypto';
import { NotificationConfig } from '../notification.config.js';
import { fromBase32, toBase32 } from './base32.js';

const PREFIX = 'b-';
const ID_BYTES = 16;
const PROOF_BYTES = 12;

/**
 * Return paths, one for each message (VERP): what comes back there is about that message. The address holds the id of
 * the message and a proof that we made it; without our key nobody can make one for another message. Letters and digits
 * of one case, since mail systems may change the case of an address.
 */
@Injectable()
export class ReturnPaths {
  private readonly key: KeyObject;

  constructor(
    keys: KeyRing,
    private readonly config: NotificationConfig,
  ) {
    this.key = keys.derive('notification return path');
  }

  /** @returns the sender's address itself when nobody reads bounces */
  of(messageId: string): string {
    const { BOUNCE_DOMAIN, MAIL_FROM } = this.config;
    if (BOUNCE_DOMAIN === undefined) return MAIL_FROM;
    const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
    return `${PREFIX}${toBase32(Buffer.concat([id, this.proofOf(id)]))}@${BOUNCE_DOMAIN}`;
  }

  /** @returns id of the message that the address was made for, undefined when it is none of ours */
  messageIn(address: string): string | undefined {
    const [local = '', domain] = address.toLowerCase().split('@');
    if (domain !== this.config.BOUNCE_DOMAIN || !local.startsWith(PREFIX)) return undefined;
    const token = fromBase32(local.slice(PREFIX.length));
    if (token?.length !== ID_BYTES + PROOF_BYTES) return undefined;
    const id = token.subarray(0, ID_BYTES);
    if (!timingSafeEqual(token.subarray(ID_BYTES), this.proofOf(id))) return undefined;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private proofOf(id: Buffer): Buffer {
    return keyedHash(this.key, id.toString('hex')).subarray(0, PROOF_BYTES);
  }
}
