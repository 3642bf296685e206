import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../local/process/operator.error.js';
import type { AskedPeriod } from './asked-period.js';
import type { ComparisonRun } from './comparison-run.js';

const RUNS = '/api/v1/reconciliation/runs';
const LOOK_EVERY_MS = 500;

/** Asks a running dossier-sync for a comparison, in the name of a BEHEERDER. */
export class DossierSyncClient {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** Starts a comparison and waits until it is done, for as long as intake and the store need. */
  async compare(period: AskedPeriod): Promise<ComparisonRun> {
    const { id } = await this.ask<ComparisonRun>('POST', RUNS, period);
    for (;;) {
      const { items } = await this.ask<{ items: ComparisonRun[] }>('GET', RUNS);
      const found = items.find((run) => run.id === id);
      if (found?.state === 'FINISHED') return found;
      await delay(LOOK_EVERY_MS);
    }
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const url = `${this.baseUrl}${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new OperatorError(`dossier-sync antwoordt niet op ${this.baseUrl} (${String(error)}).`);
    });
    if (!response.ok)
      throw new OperatorError(`${path} antwoordde ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
