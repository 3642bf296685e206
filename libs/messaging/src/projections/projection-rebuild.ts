import { Logger } from '@nestjs/common';
import type { EventCatalogue } from '../catalogue/event-catalogue.js';
import type { EventValidator } from '../catalogue/event-validator.js';
import { decode, UndecodableRecordError, type CloudEvent } from '../cloudevents/cloud-event.js';
import { EventContext } from '../inbox/event-context.js';
import { NewerVersionError, type EventHandlers } from '../inbox/event-handlers.js';
import { enter } from '../inbox/inbox.store.js';
import type { ProgressStore } from '../inbox/progress.store.js';
import { failureReason } from '../parking/failure-reason.js';
import type { ParkingStore } from '../parking/parking.store.js';
import type { Transactions } from '../transactions/transactions.service.js';
import type { IncomingRecord, RunningSubscription, Transport } from '../transport/transport.js';
import type { Projection } from './projection.js';
import type { ProjectionRegistry } from './projection-registry.js';
import type { RebuildStore } from './rebuild.store.js';

/** How often the rebuilt projection may fail to draw level before the history is taken to be incomplete. */
const TRIES = 3;
/** Few, since live events and HTTP use the same database connections. */
const CONCURRENCY = 2;

/** The broker or an outbox no longer has all the events that the projection was made of. */
export class IncompleteHistoryError extends Error {
  override readonly name = 'IncompleteHistoryError';
  constructor() {
    super('events that made the projection are no longer in the history, so it was left as it is');
  }
}

export interface RebuildParts {
  transport: Transport;
  catalogue: EventCatalogue;
  handlers: EventHandlers;
  registry: ProjectionRegistry;
  validator: EventValidator;
  transactions: Transactions;
  parking: ParkingStore;
  progress: ProgressStore;
}

/** One run: reads all events once more into a second set of tables, and puts that in place of the first. */
export class ProjectionRebuild {
  private readonly logger = new Logger('Rebuild');

  constructor(
    private readonly parts: RebuildParts,
    private readonly store: RebuildStore,
    private readonly projection: Projection,
    /** Consumer group of this run; it must be new, so that it starts with the first event there is. */
    private readonly group: string,
  ) {}

  /**
   * @returns number of events that the projection is now made of
   * @throws IncompleteHistoryError; or when `stop` is aborted. The projection in use is then as it was.
   */
  async run(stop: AbortSignal): Promise<number> {
    const { transport, handlers, progress } = this.parts;
    await this.store.open();
    handlers.assign(this.group, this.projection);
    const running = transport.subscribe({
      group: this.group,
      topics: this.topics(),
      concurrency: CONCURRENCY,
      handle: (record) => this.handle(record),
      progress: progress.of(this.group),
    });
    try {
      return await this.putInPlace(running, stop);
    } finally {
      await running.close();
      handlers.withdraw(this.group);
      await this.store.discard();
    }
  }

  private async putInPlace(running: RunningSubscription, stop: AbortSignal): Promise<number> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      await Promise.race([running.caughtUp(), aborted(stop)]);
      const events = await this.store.replace();
      if (events !== null) return events;
      this.logger.warn(`${this.group} has not all events yet, attempt ${attempt} of ${TRIES}`);
    }
    throw new IncompleteHistoryError();
  }

  /** As the live consumer does it, but what cannot be decoded is left: the live one has kept it. */
  private async handle(record: IncomingRecord): Promise<void> {
    const event = decoded(record);
    if (!event) return;
    const handled = this.parts.handlers.has(this.group, event.type);
    if (!handled && !this.parts.handlers.handlesOlderVersionOf(this.group, event.type)) return;
    try {
      if (!handled) throw new NewerVersionError(event.type);
      this.parts.validator.check(event.type, event.data);
      await this.parts.transactions.run((manager) => this.effect(manager, record, event));
    } catch (error) {
      await this.parts.parking.park({ consumer: this.group, record, event }, failureReason(error));
    }
  }

  private async effect(manager: EventContext['manager'], record: IncomingRecord, event: CloudEvent) {
    const { handlers, parking, registry } = this.parts;
    registry.silence(manager);
    await this.store.enter(manager);
    const [verdict] = await enter(manager, this.group, [{ topic: record.topic, event }]);
    if (verdict === 'HANDLED_BEFORE') return;
    if (verdict === 'BEHIND_PARKED')
      await parking.parkBehind(manager, { consumer: this.group, record, event });
    else await handlers.run(this.group, event.data, new EventContext(event, record.topic, manager));
  }

  private topics(): string[] {
    const { catalogue, handlers } = this.parts;
    const topics = handlers.types(this.projection).map((type) => catalogue.find(type)?.topic ?? '');
    return [...new Set(topics)];
  }
}

function decoded(record: IncomingRecord): CloudEvent | null {
  try {
    return decode(record);
  } catch (error) {
    if (error instanceof UndecodableRecordError) return null;
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new Error('the service stops; the rebuild starts anew at its next start'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
