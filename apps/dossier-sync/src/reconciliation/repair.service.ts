import { WorkQueue } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HAND_OVER } from '../hand-over/hand-over.work.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import type { Difference } from './reconciliation-difference.entity.js';

/** Mends what can be mended: level, status and handler are ours, so the store is told again (domain.md 5.4.1). */
@Injectable()
export class RepairService {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly work: WorkQueue,
  ) {}

  async mend(manager: EntityManager, meldingId: string, difference: Difference): Promise<void> {
    // What the store has and we never had is for a person: we know nothing to tell.
    if (difference === 'MISSING_IN_LEDGER') return;
    const entry = await this.ledger.lock(manager, meldingId);
    entry.revision += 1;
    if (difference === 'MISSING_IN_STORE') entry.storeVersion = null;
    await manager.save(entry);
    await this.work.enqueue(manager, { kind: HAND_OVER, key: meldingId, payload: { meldingId } });
  }
}
