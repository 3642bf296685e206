import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ServiceAnswered, type ProblemDetails } from '#platform';
import { BackendClient } from '../backend/backend-client.js';
import type { Visitor } from '../backend/visitor.js';
import { PortalConfig } from '../portal.config.js';

/** `201` of `POST /api/v1/meldingen` (contract.md 3). */
export interface AcceptedMelding {
  id: string;
  reference: string;
  followUpCode: string;
  receivedAt: string;
  receipt: string;
  admissibility?: { complete: boolean; missing: string[] };
}

/** Intake wants something else, and says what. */
export class MeldingRefused extends Error {
  override readonly name = 'MeldingRefused';

  constructor(readonly problem: Partial<ProblemDetails>) {
    super('Intake refused the melding.');
  }
}

/** The form was sent before, with another content. */
export class SentBefore extends Error {
  override readonly name = 'SentBefore';
}

/** A form that is sent twice at once: the second waits for the answer of the first. */
const WAITS_MS = [150, 300, 600, 1_200, 2_400];

@Injectable()
export class SubmissionClient {
  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
  ) {}

  /**
   * Sends a melding. The same key with the same body is one melding, however often it comes.
   * @throws MeldingRefused, SentBefore, ServiceUnavailable
   */
  async send(body: object, sendKey: string, visitor: Visitor): Promise<AcceptedMelding> {
    for (const wait of WAITS_MS) {
      const answer = await this.trySend(body, sendKey, visitor);
      if (answer !== 'STILL_RUNNING') return answer;
      await pause(wait);
    }
    const last = await this.trySend(body, sendKey, visitor);
    if (last === 'STILL_RUNNING') throw new SentBefore('The first sending of this form is still going on.');
    return last;
  }

  private async trySend(
    body: object,
    sendKey: string,
    visitor: Visitor,
  ): Promise<AcceptedMelding | 'STILL_RUNNING'> {
    try {
      return await this.backend.post<AcceptedMelding>(this.config.INTAKE_URL, '/api/v1/meldingen', {
        body,
        visitor,
        headers: { 'idempotency-key': sendKey },
      });
    } catch (error) {
      if (!(error instanceof ServiceAnswered)) throw error;
      if (error.status === 409) return 'STILL_RUNNING';
      if (error.status === 422) throw new SentBefore('The key of this form was used for another content.');
      if (error.status === 400) throw new MeldingRefused(error.problem);
      throw error;
    }
  }
}
