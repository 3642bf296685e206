import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { outboxStatement, type OutboxRow } from '../outbox/outbox.statement.js';
import {
  cancelWork,
  completeWork,
  insertWork,
  type CancelledWork,
  type CompletedWork,
  type WorkRowToInsert,
} from '../work/work.statements.js';

interface Closing {
  events: OutboxRow[];
  work: WorkRowToInsert[];
  completed: CompletedWork[];
  cancelled: CancelledWork[];
}

/**
 * What a transaction tells and asks for besides its change: events, work, and work that is done. It is written by one
 * statement of each sort just before the commit, however many handlers took part, so that the rows of aggregates are
 * locked for the shortest time and a batch costs what one event would.
 */
@Injectable()
export class ClosingWrites {
  private readonly open = new WeakMap<QueryRunner, Closing>();

  /** Starts to collect for the transaction that begins. */
  begin(manager: EntityManager): void {
    if (manager.queryRunner)
      this.open.set(manager.queryRunner, { events: [], work: [], completed: [], cancelled: [] });
  }

  async events(manager: EntityManager, rows: OutboxRow[]): Promise<void> {
    const closing = this.of(manager);
    if (closing) closing.events.push(...rows);
    else await writeEvents(manager, rows);
  }

  async work(manager: EntityManager, row: WorkRowToInsert): Promise<void> {
    const closing = this.of(manager);
    if (closing) closing.work.push(row);
    else await insertWork(manager, [row]);
  }

  async completed(manager: EntityManager, item: CompletedWork): Promise<void> {
    const closing = this.of(manager);
    if (closing) closing.completed.push(item);
    else await completeWork(manager, [item]);
  }

  async cancelled(manager: EntityManager, work: CancelledWork): Promise<void> {
    const closing = this.of(manager);
    if (closing) closing.cancelled.push(work);
    else await cancelWork(manager, [work]);
  }

  /** Writes what was collected, in the order in which it was given. @throws LostWorkLeaseError */
  async flush(manager: EntityManager): Promise<void> {
    const closing = this.of(manager);
    if (!closing) return;
    if (manager.queryRunner) this.open.delete(manager.queryRunner);
    if (closing.completed.length > 0) await completeWork(manager, closing.completed);
    if (closing.cancelled.length > 0) await cancelWork(manager, closing.cancelled);
    if (closing.events.length > 0) await writeEvents(manager, closing.events);
    if (closing.work.length > 0) await insertWork(manager, closing.work);
  }

  private of(manager: EntityManager): Closing | undefined {
    return manager.queryRunner && this.open.get(manager.queryRunner);
  }
}

async function writeEvents(manager: EntityManager, rows: OutboxRow[]): Promise<void> {
  const { ctes, param } = outboxStatement(rows, 1);
  await manager.query(`WITH ${ctes} SELECT id FROM outbox_rows`, [param]);
}
