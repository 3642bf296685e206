import { Injectable } from '@nestjs/common';
import { DossierStoreClient } from '../store/dossier-store.client.js';
import type { StoreRegistration } from '../store/store-answer.js';
import type { StoreContent } from '../store/store-content.js';
import { failureOf, type DelayReason } from '../store/store-failure.js';

export type AttemptResult =
  | { kind: 'CONFIRMED'; registration: StoreRegistration }
  | { kind: 'DELAYED'; reason: DelayReason }
  | { kind: 'REFUSED'; code: string };

type CallResult = AttemptResult | { kind: 'STALE' };

/** One try to tell the store about a melding. */
@Injectable()
export class StoreAttemptService {
  constructor(private readonly store: DossierStoreClient) {}

  /**
   * When the store holds another version than we saw (an answer of ours got lost, or somebody changed it there),
   * its present version is fetched and the change made on that: these fields are ours (domain.md 5.4).
   */
  async make(meldingId: string, content: StoreContent, version: number | null): Promise<AttemptResult> {
    const first = await this.put(meldingId, content, () => Promise.resolve(version));
    if (first.kind !== 'STALE') return first;
    const second = await this.put(meldingId, content, () => this.store.versionOf(meldingId));
    return second.kind === 'STALE' ? { kind: 'DELAYED', reason: 'STORE_ERROR' } : second;
  }

  private async put(
    meldingId: string,
    content: StoreContent,
    versionToChange: () => Promise<number | null>,
  ): Promise<CallResult> {
    try {
      const version = await versionToChange();
      return { kind: 'CONFIRMED', registration: await this.store.put(meldingId, content, version) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return failure;
    }
  }
}
