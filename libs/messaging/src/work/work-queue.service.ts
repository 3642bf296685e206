import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { currentTraceparent } from '../cloudevents/trace-context.js';
import { WakeUps } from '../transactions/wake-ups.js';
import type { NewWork } from './work-item.js';

/** Where a transaction leaves the work that must follow it. */
@Injectable()
export class WorkQueue {
  constructor(private readonly wakeUps: WakeUps) {}

  /**
   * Adds work that is done after the commit of `manager`'s transaction, by the `@WorkHandler` of its kind.
   * Writers of one kind and key wait for each other, so that the order of the items is that of the commits.
   * @returns the id of the item
   */
  async enqueue(manager: EntityManager, work: NewWork): Promise<string> {
    const id = uuidv7();
    await manager.query(
      `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended($2 || ':' || $3, 7)))
       INSERT INTO messaging_work (id, kind, key, payload, due_at, urgent, traceparent)
       SELECT $1, $2, $3, $4, coalesce($5, now()), $6, $7 FROM turn`,
      [
        id,
        work.kind,
        work.key,
        JSON.stringify(work.payload),
        work.dueAt ?? null,
        work.urgent ?? false,
        currentTraceparent(),
      ],
    );
    this.wakeUps.note(manager, work.urgent ? 'URGENT_WORK' : 'WORK');
    return id;
  }
}
