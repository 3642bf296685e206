import { WorkQueue } from '#messaging';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HandOverIntakeService } from '../hand-over/hand-over-intake.service.js';
import { HAND_OVER } from '../hand-over/hand-over.work.js';
import type { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import type { FoundDifference } from './comparison.js';

/** Mends what can be mended: level, status and handler are ours, so the store is told again (domain.md 5.4.1). */
@Injectable()
export class RepairService {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: LedgerStore,
    private readonly handOver: HandOverIntakeService,
    private readonly work: WorkQueue,
  ) {}

  async mend(manager: EntityManager, { meldingId, difference, accepted }: FoundDifference): Promise<void> {
    switch (difference) {
      case 'NEVER_HEARD_OF':
        if (accepted !== null) await this.handOver.foundAccepted(manager, meldingId, accepted.facts);
        return;
      case 'MISSING_IN_STORE':
        return this.tellAgain(manager, meldingId, lost);
      case 'CONTENT_DIFFERS':
        return this.tellAgain(manager, meldingId, altered);
      // What others have and we or intake never had is for a person: there is nothing that we could tell.
      case 'MISSING_IN_LEDGER':
      case 'MISSING_AT_INTAKE':
        return;
    }
  }

  private async tellAgain(
    manager: EntityManager,
    meldingId: string,
    undo: (entry: LedgerEntry, now: Date) => void,
  ): Promise<void> {
    const entry = await this.ledger.lock(manager, meldingId);
    entry.revision += 1;
    undo(entry, this.clock.now());
    await manager.save(entry);
    await this.work.enqueue(manager, { kind: HAND_OVER, key: meldingId, payload: { meldingId } });
  }
}

/** It is not in the dossier, whatever was said before: it waits as at first, and is announced again once it is in. */
function lost(entry: LedgerEntry, now: Date): void {
  Object.assign(entry, {
    state: 'WAITING',
    attempts: 0,
    dossierNumber: null,
    zaakNumber: null,
    registeredAt: null,
    storeVersion: null,
    waitingSince: now,
    changeOpenSince: null,
    delayToldAt: null,
    owner: null,
  } satisfies Partial<LedgerEntry>);
}

function altered(entry: LedgerEntry, now: Date): void {
  entry.changeOpenSince ??= now;
}
