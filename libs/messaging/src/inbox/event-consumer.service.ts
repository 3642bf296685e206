import { Inject, Injectable, Logger } from '@nestjs/common';
import { EventValidator } from '../catalogue/event-validator.js';
import { decode, UndecodableRecordError, type CloudEvent } from '../cloudevents/cloud-event.js';
import { inConsumerSpan } from '../cloudevents/consumer-span.js';
import type { EntityManager } from 'typeorm';
import { MessagingMetrics, type ConsumeOutcome } from '../metrics/messaging.metrics.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { failureReason } from '../parking/failure-reason.js';
import { ParkingStore } from '../parking/parking.store.js';
import { rush } from '../polling/rush.js';
import { ProjectionRegistry } from '../projections/projection-registry.js';
import { isForgotten, OlderThanHistoryError } from '../retention/forgotten.policy.js';
import { Batches, BatchNotBegunError, BatchPartError } from '../transactions/batches.js';
import { isShared } from '../transactions/gathered.js';
import { sideBySide } from '../transactions/side-by-side.js';
import { isRetriable, Transactions } from '../transactions/transactions.service.js';
import type { IncomingRecord } from '../transport/transport.js';
import { DeadLetters } from './dead-letters.service.js';
import { EventContext } from './event-context.js';
import { EventHandlers, NewerVersionError } from './event-handlers.js';
import { enter, type Entering, type InboxVerdict } from './inbox.store.js';

type Outcome = Extract<ConsumeOutcome, 'HANDLED' | 'DUPLICATE' | 'PARKED'>;

interface Offered extends Entering {
  record: IncomingRecord;
}

/** Groups of urgent topics: their events wait for no batch. */
const URGENT_GROUP = '-crisis';
/** Short enough that nobody waits long for a lock that a batch holds. */
const MOST_TOGETHER = 32;
const AT_ONCE = (): Promise<void> => Promise.resolve();

/** Takes one record to a durable end: handled, handled before, skipped, parked, or dead-lettered. */
@Injectable()
export class EventConsumer {
  private readonly logger = new Logger(EventConsumer.name);
  private readonly batches = new Map<string, Batches<Offered, Outcome>>();

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
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
      const parked = { consumer, record, event };
      const isNew =
        error instanceof OlderThanHistoryError
          ? await this.parking.parkForPerson(parked, reason)
          : await this.parking.park(parked, reason);
      this.metrics.consumed(consumer, isNew ? 'PARKED' : 'DUPLICATE');
      if (isNew) this.logger.warn(`${consumer} parked ${event.type} ${event.id}: ${reason}`);
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

  private async effect(consumer: string, record: IncomingRecord, event: CloudEvent): Promise<Outcome> {
    this.validator.check(event.type, event.data);
    const offered = { topic: record.topic, record, event };
    if (!consumer.endsWith(URGENT_GROUP)) return this.batchesOf(consumer).add(offered);
    return rush.urgently(() => this.alone(consumer).add(offered));
  }

  private batchesOf(consumer: string): Batches<Offered, Outcome> {
    const known = this.batches.get(consumer);
    if (known) return known;
    const made = new Batches<Offered, Outcome>((all) => this.handleAll(consumer, all), MOST_TOGETHER);
    this.batches.set(consumer, made);
    return made;
  }

  /** Urgent events wait for no batch: each has its own transaction at once. */
  private alone(consumer: string): Batches<Offered, Outcome> {
    return new Batches<Offered, Outcome>((one) => this.handleAll(consumer, one), 1, AT_ONCE);
  }

  /** All effects in one transaction. */
  private async handleAll(consumer: string, all: Offered[]): Promise<Outcome[]> {
    let begun = false;
    try {
      return await this.transactions.run(async (manager) => {
        begun = true;
        await this.projections.begin(consumer, manager);
        const verdicts = await enter(manager, consumer, all);
        return sideBySide(
          all,
          ({ event }) => (this.options.handlers === 'SIDE_BY_SIDE' ? event.subject : ''),
          (offered, place) => this.handleOne(manager, consumer, offered, verdicts[place], place),
        );
      });
    } catch (error) {
      throw begun ? error : new BatchNotBegunError(error);
    }
  }

  private async handleOne(
    manager: EntityManager,
    consumer: string,
    { record, event }: Offered,
    verdict: InboxVerdict | undefined,
    place: number,
  ): Promise<Outcome> {
    if (verdict === 'HANDLED_BEFORE') return 'DUPLICATE';
    if (verdict === 'BEHIND_PARKED') {
      // Offered again, it is the earlier one itself.
      return (await this.parking.parkBehind(manager, { consumer, record, event })) ? 'PARKED' : 'DUPLICATE';
    }
    try {
      if (isForgotten(event, this.options.historyDays)) throw new OlderThanHistoryError();
      await inConsumerSpan(consumer, event, () =>
        this.handlers.run(consumer, event.data, new EventContext(event, record.topic, manager)),
      );
      return 'HANDLED';
    } catch (error) {
      if (isRetriable(error) || isShared(error)) throw error;
      throw new BatchPartError(place, error);
    }
  }
}
