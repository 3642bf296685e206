import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { KeyRing } from '../vault/key-ring.js';

export interface IdempotentRequest {
  /** What the key is unique within, e.g. `POST /api/v1/meldingen` and the actor. */
  scope: string;
  /** `Idempotency-Key` as the client sent it. */
  key: string;
  body: unknown;
}

/** Hashes and key of one request. Nothing in the table can be read or guessed without the client's own key. */
export class RequestKeys {
  readonly keyHash: Buffer;
  readonly requestHash: Buffer;
  readonly answerKey: KeyObject;

  constructor(keyRing: KeyRing, request: IdempotentRequest) {
    const { scope, key, body } = request;
    const pepper = keyRing.derive('idempotency').export();
    const named = (use: string): Buffer =>
      Buffer.from(hkdfSync('sha256', key, pepper, `${use}:${scope}`, 32));
    this.keyHash = named('key-hash');
    this.answerKey = createSecretKey(named('answer'));
    this.requestHash = createHmac('sha256', named('request')).update(canonicalJson(body)).digest();
  }
}
