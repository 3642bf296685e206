import { Injectable, Logger } from '@nestjs/common';
import { EventValidator } from '../catalogue/event-validator.js';
import { decode, UndecodableRecordError, type CloudEvent } from '../cloudevents/cloud-event.js';
import { inConsumerSpan } from '../cloudevents/consumer-span.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { failureReason } from '../parking/failure-reason.js';
import { ParkingStore } from '../parking/parking.store.js';
import { ProjectionRegistry } from '../projections/projection-registry.js';
import { Transactions } from '../transactions/transactions.service.js';
import type { IncomingRecord } from '../transport/transport.js';
import { DeadLetters } from './dead-letters.service.js';
import { EventContext } from './event-context.js';
import { EventHandlers, NewerVersionError } from './event-handlers.js';
import { enter } from './inbox.store.js';

/** Takes one record to a durable end: handled, handled before, skipped, parked, or dead-lettered. */
@Injectable()
export class EventConsumer {
  private readonly logger = new Logger(EventConsumer.name);

  constructor(
    private readonly handlers: EventHandlers,
    private readonly validator: EventValidator,
    private readonly transactions: Transactions,
    private readonly parking: ParkingStore,
    private readonly deadLetters: DeadLetters,
    private readonly metrics: MessagingMetrics,
    private readonly projections: ProjectionRegistry,
  ) {}

  /** Rejects only when not even parking was possible; the same record must then be offered again. */
  async handle(consumer: string, record: IncomingRecord): Promise<void> {
    const event = await this.decoded(consumer, record);
    if (!event) return;
    const handled = this.handlers.has(consumer, event.type);
    if (!handled && !this.handlers.handlesOlderVersionOf(consumer, event.type)) {
      this.metrics.consumed(consumer, 'SKIPPED');
      return;
    }
    try {
      if (!handled) throw new NewerVersionError(event.type);
      this.metrics.consumed(consumer, await this.effect(consumer, record, event));
    } catch (error) {
      const reason = failureReason(error);
      await this.parking.park({ consumer, record, event }, reason);
      this.metrics.consumed(consumer, 'PARKED');
      this.logger.warn(`${consumer} parked ${event.type} ${event.id}: ${reason}`);
    }
  }

  private async decoded(consumer: string, record: IncomingRecord): Promise<CloudEvent | null> {
    try {
      return decode(record);
    } catch (error) {
      if (!(error instanceof UndecodableRecordError)) throw error;
      await this.deadLetters.add(consumer, record, error.message);
      this.metrics.consumed(consumer, 'DEAD_LETTER');
      this.logger.error(
        `${consumer} put ${record.topic} ${record.position} with the dead letters: ${error.message}`,
      );
      return null;
    }
  }

  private async effect(consumer: string, record: IncomingRecord, event: CloudEvent) {
    this.validator.check(event.type, event.data);
    return inConsumerSpan(consumer, event, () =>
      this.transactions.run(async (manager) => {
        await this.projections.begin(consumer, manager);
        const verdict = await enter(manager, consumer, record.topic, event);
        if (verdict === 'HANDLED_BEFORE') return 'DUPLICATE' as const;
        if (verdict === 'BEHIND_PARKED') {
          await this.parking.parkBehind(manager, { consumer, record, event });
          return 'PARKED' as const;
        }
        await this.handlers.run(consumer, event.data, new EventContext(event, record.topic, manager));
        return 'HANDLED' as const;
      }),
    );
  }
}
