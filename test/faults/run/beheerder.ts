import { requestStaffToken } from '../../../deploy/local/identity/request-staff-token.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';
import { query } from '../ledger/collect-facts.js';
import { waitUntil } from '../../system/wait-until.js';

const USERNAME = 'beheer.een';
const TWO_DAYS_MS = 2 * 24 * 3_600_000;
const RUN_WITHIN_MS = 120_000;

interface Run {
  id: string;
  state: string;
  differences: unknown[];
}

/** What the person on call does afterwards, by the APIs that this person has. */
export class Beheerder {
  constructor(private readonly system: SystemUnderFaults) {}

  /** Tries every parked event again now. */
  async replayAll(): Promise<number> {
    let replayed = 0;
    for (const base of this.system.parkedEventsUrls()) {
      const { items } = await this.ask<{ items: { id: string }[] }>(
        'GET',
        `${base}/api/v1/parked-events?limit=100`,
      );
      for (const { id } of items) {
        await this.ask('POST', `${base}/api/v1/parked-events/${id}/replay`);
        replayed += 1;
      }
    }
    return replayed;
  }

  /**
   * Compares ledger and store; what differs is mended by the service itself.
   * @returns number of differences
   */
  async reconcile(): Promise<number> {
    const runs = `${this.system.url('dossier-sync')}/api/v1/reconciliation/runs`;
    const started = await this.ask<Run>('POST', runs, {
      receivedFrom: new Date(Date.now() - TWO_DAYS_MS).toISOString(),
      receivedUntil: new Date(Date.now() + TWO_DAYS_MS).toISOString(),
    });
    const finished = await waitUntil(
      async () => {
        const { items } = await this.ask<{ items: Run[] }>('GET', runs);
        return items.find(({ id, state }) => id === started.id && state === 'FINISHED');
      },
      'the comparison with the store',
      RUN_WITHIN_MS,
      500,
    );
    return finished.differences.length;
  }

  /**
   * Looks at the mail server for each mail of which a person has to say whether it was sent, and says it.
   * @returns number of answers
   */
  async answerWhetherSent(): Promise<number> {
    const asked = await query<{ id: string }>(
      this.system,
      'notification',
      `SELECT id FROM message WHERE state = 'UNCERTAIN' AND asked_at IS NOT NULL AND combined_into IS NULL`,
    );
    for (const { id } of asked) {
      const answer = this.system.mails().some(({ messageId }) => messageId.includes(id))
        ? 'SENT'
        : 'NOT_SENT';
      const messages = `${this.system.url('notification')}/api/v1/messages`;
      await this.ask('POST', `${messages}/${id}/delivery-answer`, { answer });
    }
    return asked.length;
  }

  /** Offers a refused melding to the store again. */
  async retryHandOver(meldingId: string): Promise<void> {
    await this.ask('POST', `${this.system.url('dossier-sync')}/api/v1/ledger/${meldingId}/retry`);
  }

  /** Reasons of what is parked at a service. */
  async parkedAt(base: string): Promise<string[]> {
    const { items } = await this.ask<{ items: { reason: string }[] }>('GET', `${base}/api/v1/parked-events`);
    return items.map(({ reason }) => reason);
  }

  private async ask<T>(method: 'GET' | 'POST', url: string, content?: object): Promise<T> {
    const token = await requestStaffToken(this.system.url('identity'), USERNAME);
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
        ...(content && { 'content-type': 'application/json' }),
      },
      body: content ? JSON.stringify(content) : null,
    });
    const text = await answer.text();
    // Solved by itself in the meantime: nothing to replay any more.
    if (!answer.ok && answer.status !== 404)
      throw new Error(`${method} ${url} answered ${answer.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  }
}
