import { setTimeout as pause } from 'node:timers/promises';
import type { AcceptedMelding } from './accepted-melding.js';

const TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2_000;

interface Answer {
  id: string;
  reference: string;
}

/** Sends as the portal does: with an idempotency key, and again with the same key until there is an answer. */
export class PatientClient {
  constructor(
    private readonly intakeUrl: string,
    private readonly giveUp: AbortSignal,
  ) {}

  /**
   * @returns undefined when there was no answer before giving up
   * @throws Error when intake refuses the melding, which no fault may cause
   */
  async send(body: object): Promise<AcceptedMelding | undefined> {
    const idempotencyKey = crypto.randomUUID();
    for (let tries = 1; !this.giveUp.aborted; tries += 1) {
      const answer = await this.tryOnce(body, idempotencyKey);
      if (answer) return { ...answer, idempotencyKey, tries };
      await pause(Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS));
    }
    return undefined;
  }

  /** Two at once, as an impatient second click does: both must give the same melding. */
  async sendTwice(body: object): Promise<AcceptedMelding | undefined> {
    const idempotencyKey = crypto.randomUUID();
    const doubled = { ...(await this.first(body, idempotencyKey)) };
    const again = await this.repeat(body, idempotencyKey);
    if (doubled.id && again && again.id !== doubled.id)
      throw new Error(`one key gave two meldingen: ${doubled.id} and ${again.id}`);
    return again ? { ...again, idempotencyKey, tries: 2 } : undefined;
  }

  private async first(body: object, key: string): Promise<Answer | undefined> {
    const [one] = await Promise.all([this.tryOnce(body, key), this.tryOnce(body, key)]);
    return one;
  }

  private async repeat(body: object, key: string): Promise<Answer | undefined> {
    while (!this.giveUp.aborted) {
      const answer = await this.tryOnce(body, key);
      if (answer) return answer;
      await pause(FIRST_WAIT_MS);
    }
    return undefined;
  }

  private async tryOnce(body: object, key: string): Promise<Answer | undefined> {
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(`${this.intakeUrl}/api/v1/meldingen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await answer.text();
    } catch {
      return undefined; // no connection, or none until the end of the answer: nobody knows what became of it
    }
    if (answer.status === 201) return JSON.parse(text) as Answer;
    if (answer.status >= 500 || answer.status === 409 || answer.status === 429) return undefined;
    throw new Error(`intake refused a melding with ${answer.status}: ${text}`);
  }
}
