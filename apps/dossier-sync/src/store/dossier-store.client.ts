import { ServiceAnswered, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { changePageIn, type ChangePage } from './change-page.js';
import { registrationIn, type StoreRegistration } from './store-answer.js';
import type { StoreContent } from './store-content.js';
import {
  storedMeldingIn,
  storedMeldingPageIn,
  type StoredMelding,
  type StoredMeldingPage,
} from './stored-melding.js';

/** Meldingen received from a time on and before another. */
export interface Period {
  from: Date;
  until: Date;
}

/** The only place that knows how to speak with the dossier store; another store means another client. */
@Injectable()
export class DossierStoreClient {
  private readonly dossierNumber: RegExp;

  constructor(
    private readonly config: DossierSyncConfig,
    private readonly client: ServiceClient,
  ) {
    this.dossierNumber = new RegExp(config.DOSSIER_NUMBER_PATTERN, 'u');
  }

  /**
   * Registers a melding, or changes the given version of it. Repeating it does no harm.
   * @param version what the store held when last seen; null when it holds nothing yet
   * @throws errors that `failureOf` understands
   */
  async put(meldingId: string, content: StoreContent, version: number | null): Promise<StoreRegistration> {
    const headers: Record<string, string> = version === null ? {} : { 'if-match': `"${version}"` };
    const { body } = await this.client.put<unknown>(this.config.EDISON_URL, addressOf(meldingId), {
      body: content,
      headers,
      timeoutMs: this.config.EDISON_TIMEOUT_MS,
    });
    return registrationIn(body, meldingId, this.dossierNumber);
  }

  /** Version that the store holds now; null when it does not know the melding. */
  async versionOf(meldingId: string): Promise<number | null> {
    const body = await this.find(meldingId);
    return body === null ? null : registrationIn(body, meldingId, this.dossierNumber).version;
  }

  /** What the store holds of a melding now; null when it does not know it. */
  async meldingOf(meldingId: string): Promise<StoredMelding | null> {
    const body = await this.find(meldingId);
    return body === null ? null : storedMeldingIn(body);
  }

  /** Meldingen of a period, a page at a time. */
  async meldingenOf(period: Period, cursor: string | null): Promise<StoredMeldingPage> {
    const query = new URLSearchParams({
      receivedFrom: period.from.toISOString(),
      receivedUntil: period.until.toISOString(),
      limit: '100',
      ...(cursor === null ? {} : { cursor }),
    });
    const { body } = await this.get(`/api/v1/meldingen?${query.toString()}`);
    return storedMeldingPageIn(body);
  }

  /** Changes after a place in the feed, in order. */
  async changesAfter(sequence: number, limit: number): Promise<ChangePage> {
    const { body } = await this.get(`/api/v1/changes?after=${sequence}&limit=${limit}`);
    return changePageIn(body, sequence);
  }

  private async find(meldingId: string): Promise<unknown> {
    try {
      return (await this.get(addressOf(meldingId))).body;
    } catch (error) {
      if (error instanceof ServiceAnswered && error.status === 404) return null;
      throw error;
    }
  }

  private get(path: string): Promise<{ body: unknown }> {
    return this.client.get<unknown>(this.config.EDISON_URL, path, {
      timeoutMs: this.config.EDISON_TIMEOUT_MS,
    });
  }
}

const addressOf = (meldingId: string): string => `/api/v1/meldingen/${meldingId}`;
