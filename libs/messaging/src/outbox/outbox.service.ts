import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventValidator, UnknownEventTypeError } from '../catalogue/event-validator.js';
import { currentTraceparent } from '../cloudevents/trace-context.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { ClosingWrites } from '../transactions/closing-writes.js';
import { WakeUps, type Wakeable } from '../transactions/wake-ups.js';
import type { OutboxEvent } from './outbox-event.js';
import { firstOutboxStatement, type FirstOutboxStatement, type OutboxRow } from './outbox.statement.js';

const wakeableOf = ({ urgent }: OutboxRow): Wakeable => (urgent ? 'URGENT_RELAY' : 'RELAY');

/** Where a change announces itself (guarantee 1): in the transaction of the change, or not at all. */
@Injectable()
export class Outbox {
  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly validator: EventValidator,
    private readonly wakeUps: WakeUps,
    private readonly closing: ClosingWrites,
  ) {}

  /**
   * Writes events beside the change they tell about. They travel after the commit, in this order per key.
   * @param manager the transaction of the change
   * @throws UnknownEventTypeError, EventSchemaError; the transaction should then be rolled back
   */
  async publish(manager: EntityManager, ...events: OutboxEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => this.row(event));
    await this.closing.events(manager, rows);
    for (const row of rows) this.wakeUps.note(manager, wakeableOf(row));
  }

  /**
   * Checks events and notes the present trace, for a hot path that writes them in a statement of its own, also
   * together with the events of other requests: see `firstStatement`.
   * @throws UnknownEventTypeError, EventSchemaError
   */
  rows(events: OutboxEvent[]): OutboxRow[] {
    return events.map((event) => this.row(event));
  }

  /**
   * For a hot path that writes something new and its first events in a single statement:
   * `WITH melding AS (INSERT …), ${ctes} ${insert}` with `param` as parameter `n`. The text depends on `n` alone, so it
   * can be prepared. Call `wake(rows)` after the commit.
   * @param rows first events of aggregates that are made in the same statement; of one known already, it fails whole
   */
  firstStatement(rows: OutboxRow[], n: number): FirstOutboxStatement {
    return firstOutboxStatement(rows, n);
  }

  /**
   * Lets the relay look at once. Only needed after `firstStatement()`; `Transactions.run` does it by itself.
   * @param rows what was committed: only the lanes they travel on are woken
   */
  wake(rows: readonly OutboxRow[]): void {
    this.wakeUps.wake(...new Set(rows.map(wakeableOf)));
  }

  private row(event: OutboxEvent): OutboxRow {
    const definition = this.options.catalogue.find(event.type);
    if (!definition) throw new UnknownEventTypeError(event.type);
    this.validator.check(event.type, event.data);
    return {
      // The order of events is their version; an id of Node's own costs a seventh of one in strict order.
      id: randomUUIDv7(),
      type: event.type,
      topic: definition.topic,
      urgent: definition.urgent,
      key: event.key,
      source: `/services/${this.options.service}`,
      traceparent: currentTraceparent(),
      data: event.data,
    };
  }
}
