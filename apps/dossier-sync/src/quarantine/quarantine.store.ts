import { Clock, uuidv7 } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { QuarantineRow } from './quarantine-row.entity.js';

const LONGEST_REASON = 500;

/** Sets rows apart that could not be understood, each with an owner. */
@Injectable()
export class QuarantineStore {
  private readonly logger = new Logger(QuarantineStore.name);

  constructor(
    private readonly config: DossierSyncConfig,
    private readonly clock: Clock,
  ) {}

  /** Adds a row once, however often its source offers it. */
  async add(
    manager: EntityManager,
    row: Pick<QuarantineRow, 'source' | 'sourceId' | 'kind' | 'reason'>,
  ): Promise<void> {
    this.logger.warn(`${row.source} row ${row.sourceId} is set apart`);
    await manager
      .createQueryBuilder()
      .insert()
      .into(QuarantineRow)
      .values({
        ...row,
        id: uuidv7(),
        reason: row.reason.slice(0, LONGEST_REASON),
        owner: this.config.HAND_OVER_OWNER,
        quarantinedAt: this.clock.now(),
      })
      .orIgnore()
      .execute();
  }
}
