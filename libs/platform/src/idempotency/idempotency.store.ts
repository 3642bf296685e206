import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { KeyRing } from '../vault/key-ring.js';
import { open, seal } from '../vault/sealing.js';
import { RequestKeys, type IdempotentRequest } from './idempotency-keys.js';
import type { StoredAnswer } from './stored-answer.js';

/** Longer than any request of ours may take; a row of a killed process is free again after it. */
const RUNNING_MS = 60_000;

/** Columns of `platform_idempotency`, for a statement of one's own. */
export interface IdempotencyRow {
  scope: string;
  keyHash: Buffer;
  requestHash: Buffer;
  answer: Buffer;
  createdAt: Date;
}

export type IdempotencyState =
  | { state: 'NEW' }
  | { state: 'RUNNING' }
  | { state: 'OTHER_BODY' }
  | { state: 'ANSWERED'; answer: StoredAnswer };

interface TableRow {
  request_hash: Buffer;
  answer: Buffer | null;
  running_until: Date | null;
}

/** First answers by `Idempotency-Key`. Routes use `@IdempotentCreate()`; intake's single statement uses `rowFor`. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * The finished row, to be inserted in the same statement as what the request creates:
   * `INSERT INTO platform_idempotency (scope, key_hash, request_hash, answer, created_at) VALUES …`.
   * When two arrive at once the primary key lets one through; the other reads the answer with `find`.
   */
  rowFor(request: IdempotentRequest, answer: StoredAnswer): IdempotencyRow {
    const keys = new RequestKeys(this.keyRing, request);
    return {
      scope: request.scope,
      keyHash: keys.keyHash,
      requestHash: keys.requestHash,
      answer: sealAnswer(keys, request, answer),
      createdAt: this.clock.now(),
    };
  }

  /** What is known of this request. */
  async find(manager: EntityManager, request: IdempotentRequest): Promise<IdempotencyState> {
    const keys = new RequestKeys(this.keyRing, request);
    const rows = await manager.query<TableRow[]>(
      `SELECT request_hash, answer, running_until FROM platform_idempotency WHERE scope = $1 AND key_hash = $2`,
      [request.scope, keys.keyHash],
    );
    return this.stateOf(rows[0], keys, request);
  }

  /** Claims the request for this process, unless it is known already: then says what is known. */
  async begin(manager: EntityManager, request: IdempotentRequest): Promise<IdempotencyState> {
    const keys = new RequestKeys(this.keyRing, request);
    const now = this.clock.now();
    const claimed = await manager.query<unknown[]>(
      `INSERT INTO platform_idempotency (scope, key_hash, request_hash, running_until, created_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (scope, key_hash) DO UPDATE SET running_until = $4, request_hash = $3
         WHERE platform_idempotency.answer IS NULL AND platform_idempotency.running_until < $5
       RETURNING scope`,
      [request.scope, keys.keyHash, keys.requestHash, new Date(now.getTime() + RUNNING_MS), now],
    );
    return claimed.length > 0 ? { state: 'NEW' } : this.find(manager, request);
  }

  /** Stores the answer, preferably in the transaction of what the request creates. */
  async complete(manager: EntityManager, request: IdempotentRequest, answer: StoredAnswer): Promise<void> {
    const keys = new RequestKeys(this.keyRing, request);
    await manager.query(
      `UPDATE platform_idempotency SET answer = $3, running_until = NULL
        WHERE scope = $1 AND key_hash = $2 AND answer IS NULL`,
      [request.scope, keys.keyHash, sealAnswer(keys, request, answer)],
    );
  }

  /** Frees the key after a failure, so that the client can mend the request and try again. */
  async abandon(manager: EntityManager, request: IdempotentRequest): Promise<void> {
    const keys = new RequestKeys(this.keyRing, request);
    await manager.query(
      `DELETE FROM platform_idempotency WHERE scope = $1 AND key_hash = $2 AND answer IS NULL`,
      [request.scope, keys.keyHash],
    );
  }

  private stateOf(
    row: TableRow | undefined,
    keys: RequestKeys,
    request: IdempotentRequest,
  ): IdempotencyState {
    if (row === undefined) return { state: 'NEW' };
    if (!row.request_hash.equals(keys.requestHash)) return { state: 'OTHER_BODY' };
    if (row.answer === null) return { state: 'RUNNING' };
    const answer = JSON.parse(
      open(keys.answerKey, request.scope, row.answer).toString('utf8'),
    ) as StoredAnswer;
    return { state: 'ANSWERED', answer };
  }
}

function sealAnswer(keys: RequestKeys, request: IdempotentRequest, answer: StoredAnswer): Buffer {
  return seal(keys.answerKey, request.scope, JSON.stringify(answer));
}
