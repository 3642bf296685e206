import { Injectable } from '@nestjs/common';
import { BackendClient } from '../backend/backend-client.js';
import type { Visitor } from '../backend/visitor.js';
import { PortalConfig } from '../portal.config.js';
import type { FoundLocation } from './found-locations.js';

/** Public search of known locations, at intake. */
@Injectable()
export class LocationClient {
  constructor(
    private readonly backend: BackendClient,
    private readonly config: PortalConfig,
  ) {}

  async search(text: string, visitor: Visitor): Promise<FoundLocation[]> {
    const { items } = await this.backend.get<{ items: FoundLocation[] }>(
      this.config.INTAKE_URL,
      `/api/v1/locations?q=${encodeURIComponent(text)}`,
      { visitor },
    );
    return items;
  }
}
