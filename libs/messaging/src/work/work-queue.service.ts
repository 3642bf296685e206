import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { currentTraceparent } from '../cloudevents/trace-context.js';
import { ClosingWrites } from '../transactions/closing-writes.js';
import { WakeUps } from '../transactions/wake-ups.js';
import type { NewWork } from './work-item.js';

/** Where a transaction leaves the work that must follow it. */
@Injectable()
export class WorkQueue {
  constructor(
    private readonly wakeUps: WakeUps,
    private readonly closing: ClosingWrites,
  ) {}

  /**
   * Adds work that is done after the commit of `manager`'s transaction, by the `@WorkHandler` of its kind.
   * Writers of one kind and key wait for each other, so that the order of the items is that of the commits.
   * @returns the id of the item
   */
  async enqueue(manager: EntityManager, work: NewWork): Promise<string> {
    const id = uuidv7();
    await this.closing.work(manager, {
      id,
      kind: work.kind,
      key: work.key,
      payload: work.payload,
      dueAt: work.dueAt ?? null,
      urgent: work.urgent ?? false,
      traceparent: currentTraceparent(),
    });
    this.wakeUps.note(manager, work.urgent ? 'URGENT_WORK' : 'WORK');
    return id;
  }

  /**
   * Ends the work of one kind and key that this transaction made needless, without doing it. What a worker has in hand
   * is not stopped, so its handler must see for itself that there is nothing left to do.
   */
  async cancel(manager: EntityManager, work: Pick<NewWork, 'kind' | 'key'>): Promise<void> {
    await this.closing.cancelled(manager, { kind: work.kind, key: work.key });
  }
}
