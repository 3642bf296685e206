import { Injectable } from '@nestjs/common';
import { Clock, type IdempotentRequest, type StoredAnswer } from '#platform';
import { Confirmations } from '../confirmation/confirmations.service.js';
import { MeldingAcceptance } from './acceptance.service.js';
import { BatchWriter } from './batch-writer.service.js';
import { unknownLocation } from './location.problem.js';
import { meldingFrom, type Melding } from './melding.js';
import type { MeldingInput } from './melding-input.js';
import { answerTo, RepeatableRequests } from './repeatable.service.js';
import { UnknownLocationError } from './unknown-location.error.js';

/** Takes meldingen from the public, without a login (contract.md 3). */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly acceptance: MeldingAcceptance,
    private readonly repeatable: RepeatableRequests,
    private readonly confirmations: Confirmations,
    private readonly clock: Clock,
    private readonly writer: BatchWriter,
  ) {}

  /** @param request the client's key, when it sent one */
  async submit(input: MeldingInput, request: IdempotentRequest | undefined): Promise<StoredAnswer> {
    try {
      const accepted = await this.acceptance.accept(
        this.fromWeb(input),
        (make) => this.writer.write(make, request && `${request.scope} ${request.key}`),
        (answer) => (request === undefined ? {} : this.repeatable.companion(request, answer)),
      );
      return answerTo(accepted);
    } catch (error) {
      if (error instanceof UnknownLocationError) throw unknownLocation(input, error);
      return this.repeatable.firstAnswer(request, error);
    }
  }

  /** For a plain form. @returns the path of the page that shows reference and code, once */
  async submitForm(input: MeldingInput): Promise<string> {
    const token = this.confirmations.newToken();
    try {
      await this.acceptance.accept(
        this.fromWeb(input),
        (make) => this.writer.write(make, undefined),
        (answer) => this.confirmations.companion(token, input.kind, answer),
      );
      return this.confirmations.pathOf(token);
    } catch (error) {
      throw error instanceof UnknownLocationError ? unknownLocation(input, error) : error;
    }
  }

  private fromWeb(input: MeldingInput): Melding {
    return meldingFrom(input, { channel: 'WEB', receivedAt: this.clock.now(), enteredBy: null });
  }
}
