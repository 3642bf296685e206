import { DIFFERENCE_FOUND, RUN_FINISHED } from '#contracts';
import { Outbox, Transactions, WorkHandler, WorkItem } from '#messaging';
import { Clock } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DossierSyncConfig } from '../dossier-sync.config.js';
import type { Comparison } from './comparison.js';
import { ComparisonService } from './comparison.service.js';
import { ReconciliationDifference } from './reconciliation-difference.entity.js';
import { ReconciliationRun } from './reconciliation-run.entity.js';
import { RepairService } from './repair.service.js';
import { RECONCILE, type ReconcileWork } from './run-starter.service.js';

const SOURCE = 'EDISON';

/** Does a run: compares, writes the differences down, tells them, and mends what can be mended. */
@Injectable()
export class ReconciliationWorker {
  private readonly logger = new Logger(ReconciliationWorker.name);

  constructor(
    private readonly config: DossierSyncConfig,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly comparison: ComparisonService,
    private readonly repair: RepairService,
    private readonly outbox: Outbox,
  ) {}

  @WorkHandler(RECONCILE)
  async reconcile(item: WorkItem<ReconcileWork>): Promise<void> {
    const run = await this.dataSource.manager.findOneByOrFail(ReconciliationRun, { id: item.payload.runId });
    const result = await this.comparison.over({ from: run.receivedFrom, until: run.receivedUntil });
    await this.transactions.run(async (manager) => {
      await this.writeDown(manager, run.id, result);
      await this.finish(manager, run, result);
      await item.complete(manager);
    });
  }

  private async writeDown(manager: EntityManager, runId: string, { differences }: Comparison): Promise<void> {
    const owner = this.config.HAND_OVER_OWNER;
    for (const found of differences) {
      const { meldingId, difference } = found;
      await manager.insert(ReconciliationDifference, { runId, meldingId, difference, owner });
      await this.repair.mend(manager, found);
      const data = { meldingId, difference, owner, foundAt: this.clock.now().toISOString() };
      await this.outbox.publish(manager, { type: DIFFERENCE_FOUND, key: meldingId, data });
    }
  }

  private async finish(manager: EntityManager, run: ReconciliationRun, result: Comparison): Promise<void> {
    const endedAt = this.clock.now();
    const { read, matching, open, accepted, places, differences } = result;
    await manager.update(
      ReconciliationRun,
      { id: run.id },
      {
        state: 'FINISHED',
        endedAt,
        read,
        matching,
        open,
        accepted,
        registered: places.REGISTERED,
        waiting: places.WAITING,
        refused: places.REFUSED,
      },
    );
    if (differences.length > 0) {
      this.logger.warn(
        `${differences.length} differences found by run ${run.id}: for ${this.config.HAND_OVER_OWNER}.`,
      );
    }
    const count = (kind: string): number =>
      differences.filter(({ difference }) => difference === kind).length;
    const added = count('MISSING_IN_LEDGER');
    const changed = count('CONTENT_DIFFERS');
    const data = {
      source: SOURCE,
      runId: run.id,
      startedAt: run.startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      read,
      added,
      changed,
      // Ties out with what was read (domain.md 5.4.9); what only the ledger has was not read from the store.
      unchanged: read - added - changed,
      rejected: 0,
      quarantined: 0,
    };
    await this.outbox.publish(manager, { type: RUN_FINISHED, key: SOURCE, data });
  }
}
