import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventValidator } from '../catalogue/event-validator.js';
import { MessagingHealth } from '../health/messaging-health.service.js';
import { DeadLetters } from '../inbox/dead-letters.service.js';
import { EventConsumer } from '../inbox/event-consumer.service.js';
import { EventHandlers } from '../inbox/event-handlers.js';
import { ProgressStore } from '../inbox/progress.store.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { OutboxHistory } from '../outbox/outbox-history.service.js';
import { Outbox } from '../outbox/outbox.service.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { Relay } from '../outbox/relay.service.js';
import { ParkedEvents } from '../parking/parked-events.service.js';
import { ParkedRetry } from '../parking/parked-retry.service.js';
import { ParkingStore } from '../parking/parking.store.js';
import { ProjectionRegistry } from '../projections/projection-registry.js';
import { Projections } from '../projections/projections.service.js';
import { ClosingWrites } from '../transactions/closing-writes.js';
import { Retention } from '../retention/retention.service.js';
import { Transactions } from '../transactions/transactions.service.js';
import { WakeUps } from '../transactions/wake-ups.js';
import { WorkHandlers } from '../work/work-handlers.service.js';
import { WorkQueue } from '../work/work-queue.service.js';
import { WorkRunner } from '../work/work-runner.service.js';
import { WorkStore } from '../work/work.store.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options.js';
import { MessagingStrategy } from './messaging.strategy.js';

/** Events and durable work for one service. Needs a TypeORM `DataSource` with `messagingMigrations` applied. */
@Module({})
export class MessagingModule {
  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: MESSAGING_OPTIONS, useValue: options },
        { provide: EventValidator, useFactory: () => new EventValidator(options.catalogue) },
        ClosingWrites,
        DeadLetters,
        EventConsumer,
        EventHandlers,
        MessagingHealth,
        MessagingMetrics,
        MessagingStrategy,
        Outbox,
        OutboxHistory,
        OutboxStore,
        ParkedEvents,
        ParkedRetry,
        ParkingStore,
        ProgressStore,
        ProjectionRegistry,
        Projections,
        Relay,
        Retention,
        Transactions,
        WakeUps,
        WorkHandlers,
        WorkQueue,
        WorkRunner,
        WorkStore,
      ],
      exports: [
        DeadLetters,
        MessagingHealth,
        MessagingMetrics,
        MessagingStrategy,
        Outbox,
        ParkedEvents,
        Projections,
        Transactions,
        WorkQueue,
      ],
    };
  }
}
