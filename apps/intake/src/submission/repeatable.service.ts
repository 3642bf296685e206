import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import {
  IdempotencyStore,
  otherBody,
  stillRunning,
  type IdempotentRequest,
  type StoredAnswer,
} from '#platform';
import { conflictOf } from './acceptance.conflict.js';
import type { Companions } from './acceptance.statement.js';
import type { AcceptedMelding } from './accepted-melding.js';

export const answerTo = (accepted: AcceptedMelding): StoredAnswer => ({
  status: 201,
  headers: { location: `/api/v1/meldingen/${accepted.id}` },
  body: accepted,
});

/** `Idempotency-Key` of a melding: its row goes into the statement that accepts the melding (contract.md 2). */
@Injectable()
export class RepeatableRequests {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly manager: EntityManager,
  ) {}

  /** The key's row, holding the answer sealed under the client's own key. */
  companion(request: IdempotentRequest, accepted: AcceptedMelding): Companions {
    return { answer: this.store.rowFor(request, answerTo(accepted)) };
  }

  /**
   * The first answer, when the database refused the statement because this key was there already.
   * @throws ProblemException 422 for another body, 409 while the first runs, and the failure itself for any other
   */
  async firstAnswer(request: IdempotentRequest | undefined, failure: unknown): Promise<StoredAnswer> {
    if (request === undefined || conflictOf(failure) !== 'REPEATED_REQUEST') throw failure;
    const known = await this.store.find(this.manager, request);
    if (known.state === 'ANSWERED') return known.answer;
    throw known.state === 'OTHER_BODY' ? otherBody() : stillRunning();
  }
}
