import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { EventValidator } from '../catalogue/event-validator.js';
import { decode } from '../cloudevents/cloud-event.js';
import { inConsumerSpan } from '../cloudevents/consumer-span.js';
import { EventContext } from '../inbox/event-context.js';
import { EventHandlers, NewerVersionError } from '../inbox/event-handlers.js';
import { enterParked } from '../inbox/inbox.store.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { PollingLoop, type NextRound } from '../polling/polling-loop.js';
import { ProjectionRegistry } from '../projections/projection-registry.js';
import { Transactions } from '../transactions/transactions.service.js';
import { WakeUps } from '../transactions/wake-ups.js';
import { failureReason } from './failure-reason.js';
import type { ParkedEventEntity } from './parked-event.entity.js';
import { ParkingStore } from './parking.store.js';

/** Few, since what failed may fail again, and the database connections are meant for what does not. */
const AT_ONCE = 2;
const IDLE_MS = 15_000;

/** The lease of a parked event ended while it was handled: another took over, this effect is rolled back. */
class LostLeaseError extends Error {
  override readonly name = 'LostLeaseError';
}

/** Tries parked events again when they are due, first of each aggregate first (guarantee 4). */
@Injectable()
export class ParkedRetry {
  private readonly logger = new Logger(ParkedRetry.name);
  private readonly owner = uuidv7();
  private consumers: string[] = [];
  readonly loop = new PollingLoop('ParkedRetry', { idleMs: IDLE_MS, failureMs: 10_000 }, () => this.round());

  constructor(
    private readonly store: ParkingStore,
    private readonly handlers: EventHandlers,
    private readonly validator: EventValidator,
    private readonly transactions: Transactions,
    private readonly metrics: MessagingMetrics,
    private readonly projections: ProjectionRegistry,
    wakeUps: WakeUps,
  ) {
    wakeUps.listen('PARKED', () => this.loop.wake());
  }

  start(consumers: string[]): void {
    this.consumers = consumers;
    this.loop.start();
  }

  private async round(): Promise<NextRound> {
    const due = await this.store.claim(this.owner, this.consumers, AT_ONCE);
    await Promise.all(due.map((parked) => this.retry(parked)));
    if (due.length > 0) return 'AT_ONCE';
    return (await this.store.untilNext(this.consumers)) ?? IDLE_MS;
  }

  private async retry(parked: ParkedEventEntity): Promise<void> {
    try {
      await this.effect(parked);
      this.metrics.consumed(parked.consumer, 'HANDLED');
    } catch (error) {
      if (error instanceof LostLeaseError) return;
      const reason = failureReason(error);
      await this.store.failed(parked, reason);
      const { consumer, type, eventId, attempts } = parked;
      this.logger.warn(`${consumer} keeps ${type} ${eventId} parked after ${attempts + 1} tries: ${reason}`);
    }
  }

  private async effect(parked: ParkedEventEntity): Promise<void> {
    const { topic, key, value, headers } = parked;
    const event = decode({ topic, key, value, headers, position: '-' });
    if (!this.handlers.has(parked.consumer, event.type)) throw new NewerVersionError(event.type);
    this.validator.check(event.type, event.data);
    await inConsumerSpan(parked.consumer, event, () =>
      this.transactions.run(async (manager) => {
        await this.projections.begin(parked.consumer, manager);
        if (await enterParked(manager, parked.consumer, event)) {
          await this.handlers.run(parked.consumer, event.data, new EventContext(event, topic, manager));
        }
        if (!(await this.store.resolve(manager, parked.id, this.owner))) throw new LostLeaseError();
      }),
    );
  }
}
