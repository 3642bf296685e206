import { ServiceAnswered, ServiceClient } from '#platform';
import type { IdentityMode } from '#contracts';
import { Injectable } from '@nestjs/common';
import { NotificationConfig } from '../notification.config.js';

/** What intake tells of a melder, for this one mail; it is used and forgotten. */
export interface MelderContact {
  email: string | null;
  phone: string | null;
  identityMode: IdentityMode;
  receivedAt: string;
}

const GONE = [404, 410];

@Injectable()
export class MelderContactClient {
  constructor(
    private readonly services: ServiceClient,
    private readonly config: NotificationConfig,
  ) {}

  /**
   * @returns undefined when the melding or its contact is gone
   * @throws ServiceUnavailable, ServiceAnswered
   */
  async of(meldingId: string): Promise<MelderContact | undefined> {
    try {
      const path = `/api/v1/meldingen/${meldingId}/contact`;
      const { body } = await this.services.get<MelderContact>(this.config.INTAKE_URL, path);
      return body;
    } catch (error) {
      if (error instanceof ServiceAnswered && GONE.includes(error.status)) return undefined;
      throw error;
    }
  }
}
