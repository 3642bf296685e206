import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { ServiceAnswered, ServiceUnavailable } from '#platform';
import type { Visitor } from '../backend/visitor.js';
import { NO_ERRORS, type FormErrors } from '../design/form-errors.js';
import type { FormValues } from '../design/form-values.js';
import { formFaults } from './form-check.js';
import type { FormDefinition } from './form-definition.js';
import { meldingBody } from './melding-body.js';
import { refusalWords } from './refusal-words.js';
import { MeldingRefused, SentBefore, SubmissionClient, type AcceptedMelding } from './submission.client.js';
import { NotSentTrouble, SentBeforeTrouble, TooOftenTrouble } from './trouble.component.js';

export type SendOutcome =
  | { accepted: AcceptedMelding }
  | { status: number; errors: FormErrors; trouble: VNode | undefined; keyIsUsed: boolean };

const unsent = (status: number, trouble: VNode): SendOutcome => ({
  status,
  errors: NO_ERRORS,
  trouble,
  keyIsUsed: false,
});
const faulty = (errors: FormErrors): SendOutcome => ({
  status: 400,
  errors,
  trouble: undefined,
  keyIsUsed: false,
});

/** Checks a form, sends it to intake, and tells in what way it was not sent. */
@Injectable()
export class SendMelding {
  constructor(private readonly submissions: SubmissionClient) {}

  async send(
    definition: FormDefinition,
    values: FormValues,
    sendKey: string,
    visitor: Visitor,
  ): Promise<SendOutcome> {
    const faults = formFaults(definition, values);
    if (faults.size > 0) return faulty(faults);
    try {
      return { accepted: await this.submissions.send(meldingBody(definition, values), sendKey, visitor) };
    } catch (error) {
      return this.outcomeOf(error);
    }
  }

  private outcomeOf(error: unknown): SendOutcome {
    if (error instanceof MeldingRefused) {
      const errors = refusalWords(error.problem);
      if (errors.size > 0) return faulty(errors);
    }
    if (error instanceof SentBefore)
      return { status: 422, errors: NO_ERRORS, trouble: <SentBeforeTrouble />, keyIsUsed: true };
    if (error instanceof ServiceAnswered && error.status === 429) return unsent(429, <TooOftenTrouble />);
    if (error instanceof ServiceUnavailable || (error instanceof ServiceAnswered && error.status >= 500)) {
      return unsent(503, <NotSentTrouble />);
    }
    throw error;
  }
}
