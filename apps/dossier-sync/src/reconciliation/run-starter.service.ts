import { WorkQueue } from '#messaging';
import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Period } from '../store/dossier-store.client.js';
import { ReconciliationRun } from './reconciliation-run.entity.js';

/** Kind of the durable work that does a run. */
export const RECONCILE = 'reconcile-with-store';

export interface ReconcileWork {
  runId: string;
}

/** Opens runs; the comparing is durable work, since it speaks with the store. */
@Injectable()
export class RunStarterService {
  constructor(
    private readonly clock: Clock,
    private readonly work: WorkQueue,
  ) {}

  /** @returns null when there is a run of that night already */
  async start(
    manager: EntityManager,
    period: Period,
    asked: Pick<ReconciliationRun, 'night' | 'requestedBy'>,
  ): Promise<ReconciliationRun | null> {
    const run = manager.create(ReconciliationRun, {
      id: uuidv7(),
      ...asked,
      receivedFrom: period.from,
      receivedUntil: period.until,
      state: 'RUNNING',
      startedAt: this.clock.now(),
      endedAt: null,
      read: 0,
      matching: 0,
      open: 0,
      accepted: 0,
      registered: 0,
      waiting: 0,
      refused: 0,
    });
    const result = await manager
      .createQueryBuilder()
      .insert()
      .into(ReconciliationRun)
      .values(run)
      .orIgnore()
      .returning('id')
      .execute();
    const rows: unknown = result.raw;
    if (!Array.isArray(rows) || rows.length === 0) return null;
    // One key: two runs at once would only do the same work twice.
    await this.work.enqueue(manager, { kind: RECONCILE, key: 'STORE', payload: { runId: run.id } });
    return run;
  }
}
