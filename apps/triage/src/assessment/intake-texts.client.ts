import { Gathered, type Lane } from '#messaging';
import { ServiceAnswered, ServiceClient, type CallOptions } from '#platform';
import { Injectable } from '@nestjs/common';
import { TriageConfig } from '../triage.config.js';
import type { MeldingText } from '../urgency/index.js';

/** Intake answered, but with no text. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError';
}

interface AnsweredTexts {
  items?: ({ id?: unknown } | null)[];
}

const isText = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';

/** Fetches the melder's words from intake, which alone keeps them. They are judged in memory and never stored. */
@Injectable()
export class IntakeTexts {
  private readonly several = new Gathered((_asker: IntakeTexts, ids: string[]) => this.answersOf(ids));

  constructor(
    private readonly client: ServiceClient,
    private readonly config: TriageConfig,
  ) {}

  /**
   * Those that bulk work asks for at the same time are fetched by one call; urgent work has a call of its own.
   * @throws ServiceUnavailable, ServiceAnswered, NoTextError
   */
  async of(meldingId: string, lane: Lane): Promise<MeldingText> {
    const answered = lane === 'URGENT' ? undefined : await this.several.ask(this, meldingId);
    return textIn(answered ?? (await this.answerOf(meldingId)), meldingId);
  }

  private async answerOf(meldingId: string): Promise<object> {
    const path = `/api/v1/meldingen/${meldingId}/text`;
    const { body } = await this.client.get<object | undefined>(this.config.INTAKE_URL, path, this.options);
    return body ?? {};
  }

  /** What is missing was not among what intake could tell at once: asked for alone it gets its own answer. */
  private async answersOf(ids: string[]): Promise<(object | undefined)[]> {
    if (ids.length === 1) return [undefined];
    try {
      const { body } = await this.client.post<AnsweredTexts | undefined>(
        this.config.INTAKE_URL,
        '/api/v1/meldingen/texts',
        { body: { ids }, ...this.options },
      );
      return ids.map((id) => body?.items?.find((item) => item?.id === id) ?? undefined);
    } catch (error) {
      // One of them may be the cause, or intake does not know this question yet.
      if (error instanceof ServiceAnswered) return ids.map(() => undefined);
      throw error;
    }
  }

  private get options(): CallOptions {
    return { timeoutMs: this.config.TEXT_TIMEOUT_MS };
  }
}

function textIn(answer: object, meldingId: string): MeldingText {
  const { description, measuresTaken, desiredOutcome }: Partial<Record<keyof MeldingText, unknown>> = answer;
  if (typeof description !== 'string' || !isText(measuresTaken) || !isText(desiredOutcome)) {
    throw new NoTextError(`Intake answered without a text for melding ${meldingId}.`);
  }
  return { description, measuresTaken: measuresTaken ?? null, desiredOutcome: desiredOutcome ?? null };
}

/** What may be logged of a failed try: status or kind of failure, nothing of the answer itself. */
export const fetchFailure = (error: unknown): string =>
  error instanceof ServiceAnswered
    ? `intake answered ${error.status}`
    : error instanceof Error
      ? error.name
      : 'unknown failure';
