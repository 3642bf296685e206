import { RetryLater, Transactions, WorkHandler, WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import { LedgerStore } from '../ledger/ledger.store.js';
import { HandOverOutcomeService } from './hand-over-outcome.service.js';
import { HAND_OVER, type HandOverWork } from './hand-over.work.js';
import { contentOf } from './melding-state.js';
import { StoreAttemptService } from './store-attempt.service.js';
import { waitAfter } from './waiting.policy.js';

/** Tells the store what it should hold of a melding by now, until it has confirmed that. */
@Injectable()
export class HandOverWorker {
  constructor(
    private readonly config: DossierSyncConfig,
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerStore,
    private readonly transactions: Transactions,
    private readonly attempt: StoreAttemptService,
    private readonly outcome: HandOverOutcomeService,
  ) {}

  /**
   * Always tells the present state, so a melding with many changes after a long outage needs one call.
   * @throws RetryLater after a failure that may pass
   */
  @WorkHandler(HAND_OVER)
  async handOver(item: WorkItem<HandOverWork>): Promise<void> {
    const { meldingId } = item.payload;
    const entry = await this.ledger.read(this.readerFor(item), meldingId);
    const { facts, revision } = entry;
    if (facts === null || entry.state === 'REFUSED' || entry.confirmedRevision >= revision) return;
    const result = await this.attempt.make(meldingId, contentOf(facts, entry), entry.storeVersion);
    switch (result.kind) {
      case 'CONFIRMED':
        return item.finish((manager) =>
          this.outcome.confirmed(manager, meldingId, result.registration, revision),
        );
      case 'REFUSED':
        return item.finish((manager) => this.outcome.refused(manager, meldingId, result.code));
      case 'DELAYED': {
        const longestMs = this.config.HAND_OVER_LONGEST_WAIT_SECONDS * 1_000;
        const waitMs = waitAfter(item.attempts + 1, longestMs, Math.random());
        await this.transactions.run((manager) =>
          this.outcome.delayed(manager, meldingId, result.reason, waitMs),
        );
        throw new RetryLater(result.reason, waitMs);
      }
    }
  }

  /** Urgent work reads for itself: it waits for no batch. */
  private readerFor({ lane }: WorkItem<HandOverWork>): EntityManager {
    return lane === 'URGENT' ? this.dataSource.createEntityManager() : this.dataSource.manager;
  }
}
