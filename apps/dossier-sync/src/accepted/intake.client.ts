import { ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import type { Period } from '../store/dossier-store.client.js';
import { AcceptedNonsenseError, acceptedPageIn, type AcceptedMelding } from './accepted-melding.js';

/** Asks intake what it has accepted: the ledger cannot count what it never heard of. */
@Injectable()
export class IntakeClient {
  constructor(
    private readonly config: DossierSyncConfig,
    private readonly client: ServiceClient,
  ) {}

  /**
   * Everything accepted in a period, by id.
   * @throws ServiceUnavailable, ServiceAnswered, AcceptedNonsenseError
   */
  async acceptedIn(period: Period): Promise<Map<string, AcceptedMelding>> {
    const accepted = new Map<string, AcceptedMelding>();
    let cursor: string | null = null;
    do {
      const page = acceptedPageIn(await this.page(period, cursor));
      for (const melding of page.items) accepted.set(melding.meldingId, melding);
      if (page.nextCursor !== null && page.nextCursor === cursor) {
        throw new AcceptedNonsenseError('the next page is this page');
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
    return accepted;
  }

  private async page({ from, until }: Period, cursor: string | null): Promise<unknown> {
    const query = new URLSearchParams({
      receivedFrom: from.toISOString(),
      receivedUntil: until.toISOString(),
      limit: '100',
      ...(cursor === null ? {} : { cursor }),
    });
    const { body } = await this.client.get<unknown>(
      this.config.INTAKE_URL,
      `/api/v1/meldingen?${query.toString()}`,
      { timeoutMs: this.config.INTAKE_TIMEOUT_MS },
    );
    return body;
  }
}
