import { ParkedEventEntity } from './parking/parked-event.entity.js';

export type { EventCatalogue, EventDefinition } from './catalogue/event-catalogue.js';
export { EventSchemaError, UnknownEventTypeError } from './catalogue/event-validator.js';
export { MessagingHealth } from './health/messaging-health.service.js';
export { DeadLetters, type DeadLetter, type DeadLetterPage } from './inbox/dead-letters.service.js';
export { EventContext } from './inbox/event-context.js';
export { MessagingMetrics } from './metrics/messaging.metrics.js';
export { messagingMigrations } from './migrations/index.js';
export { connectMessaging } from './nest/connect-messaging.js';
export { MessagingModule } from './nest/messaging.module.js';
export type { MessagingConcurrency, MessagingOptions } from './nest/messaging.options.js';
export { MessagingStrategy } from './nest/messaging.strategy.js';
export type { OutboxEvent } from './outbox/outbox-event.js';
export { Outbox } from './outbox/outbox.service.js';
export type { OutboxRow, OutboxStatement } from './outbox/outbox.statement.js';
export { failureReason } from './parking/failure-reason.js';
export { ParkedEvents, type ParkedEvent, type ParkedEventPage } from './parking/parked-events.service.js';
export { PollingLoop, type NextRound, type PollingOptions } from './polling/polling-loop.js';
export { rush } from './polling/rush.js';
export { Projects, type ProjectedTable, type Projection } from './projections/projection.js';
export { Projections, type ProjectionView } from './projections/projections.service.js';
export { BatchNotBegunError, Batches, sameTurn } from './transactions/batches.js';
export { allOf, Gathered } from './transactions/gathered.js';
export { Transactions } from './transactions/transactions.service.js';
export { InProcessTransport } from './transport/in-process.transport.js';
export { createTopics, topicsOf, type TopicLayout } from './transport/kafka/kafka.topics.js';
export { KafkaTransport } from './transport/kafka/kafka.transport.js';
export type * from './transport/transport.js';
export { TimedWorkHandler, WorkHandler } from './work/work-handler.decorator.js';
export { LostWorkLeaseError } from './work/lost-work-lease.error.js';
export { RetryLater, WorkItem, type NewWork } from './work/work-item.js';
export { WorkQueue } from './work/work-queue.service.js';

/** Entities of the library's tables, for the `DataSource` of every service that uses messaging. */
export const messagingEntities: Function[] = [ParkedEventEntity];
