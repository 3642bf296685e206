import { ServiceAnswered, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { TriageConfig } from '../triage.config.js';
import type { MeldingText } from '../urgency/index.js';

/** Intake answered, but with no text. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError';
}

const isText = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';

/** Fetches the melder's words from intake, which alone keeps them. They are judged in memory and never stored. */
@Injectable()
export class IntakeTexts {
  constructor(
    private readonly client: ServiceClient,
    private readonly config: TriageConfig,
  ) {}

  /** @throws ServiceUnavailable, ServiceAnswered, NoTextError */
  async of(meldingId: string): Promise<MeldingText> {
    const { INTAKE_URL, TEXT_TIMEOUT_MS } = this.config;
    const path = `/api/v1/meldingen/${meldingId}/text`;
    const { body } = await this.client.get<Record<string, unknown>>(INTAKE_URL, path, {
      timeoutMs: TEXT_TIMEOUT_MS,
    });
    const { description, measuresTaken, desiredOutcome } = body ?? {};
    if (typeof description !== 'string' || !isText(measuresTaken) || !isText(desiredOutcome)) {
      throw new NoTextError(`Intake answered without a text for melding ${meldingId}.`);
    }
    return { description, measuresTaken: measuresTaken ?? null, desiredOutcome: desiredOutcome ?? null };
  }
}

/** What may be logged of a failed try: status or kind of failure, nothing of the answer itself. */
export const fetchFailure = (error: unknown): string =>
  error instanceof ServiceAnswered
    ? `intake answered ${error.status}`
    : error instanceof Error
      ? error.name
      : 'unknown failure';
