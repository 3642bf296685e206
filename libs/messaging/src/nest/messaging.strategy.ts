import { Inject, Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EventDefinition } from '../catalogue/event-catalogue.js';
import { UnknownEventTypeError } from '../catalogue/event-validator.js';
import { untraced } from '../cloudevents/consumer-span.js';
import { EventConsumer } from '../inbox/event-consumer.service.js';
import { EventHandlers, type EventHandler } from '../inbox/event-handlers.js';
import { ProgressStore } from '../inbox/progress.store.js';
import { OutboxHistory } from '../outbox/outbox-history.service.js';
import { Relay } from '../outbox/relay.service.js';
import { ParkedRetry } from '../parking/parked-retry.service.js';
import { projectionOf, type Projection } from '../projections/projection.js';
import { ProjectionRegistry } from '../projections/projection-registry.js';
import type { Lane } from '../transport/transport.js';
import { WorkRunner } from '../work/work-runner.service.js';
import { DEFAULT_CONCURRENCY, MESSAGING_OPTIONS, type MessagingOptions } from './messaging.options.js';

/**
 * Makes a consumer an ordinary Nest controller: `@EventPattern` methods get the data as `@Payload()`
 * and an `EventContext` as `@Ctx()`. Subscribes to the topics of those types, urgent ones in a group of their own.
 */
@Injectable()
export class MessagingStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('opgroeipunt-messaging');
  override readonly propagatesEventHandlerErrors = true;
  private running: { close(): Promise<void> }[] = [];

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly handlers: EventHandlers,
    private readonly consumer: EventConsumer,
    private readonly progress: ProgressStore,
    private readonly history: OutboxHistory,
    private readonly relay: Relay,
    private readonly retry: ParkedRetry,
    private readonly work: WorkRunner,
    private readonly projections: ProjectionRegistry,
  ) {
    super();
  }

  /** Nest calls this for every decorated method. Two handlers of one type run one after another, in one transaction. */
  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    if (!isEventHandler) throw new Error('request and reply over events is not supported: use @EventPattern');
    const type = this.normalizePattern(String(pattern));
    const projection = projectionOf(extras);
    if (projection) this.projections.add(projection);
    const handler: EventHandler = async (data, context) => {
      const result: unknown = await callback(data, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    };
    this.handlers.add(type, handler, projection);
  }

  /** Starts groups, then the relay and the workers. */
  listen(started: (error?: unknown) => void): void {
    try {
      this.start();
      started();
    } catch (error) {
      started(error);
    }
  }

  /** Stops taking events and finishes those in hand. */
  async close(): Promise<void> {
    await Promise.all(this.running.map((one) => one.close()));
    this.running = [];
    await this.retry.loop.stop();
  }

  on(): void {
    throw new Error('this transport has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('the broker client is not handed out: use Outbox and @EventPattern');
  }

  private start(): void {
    const { service, transport } = this.options;
    const definitions = this.definitions(null);
    const { consumer, urgentConsumer } = { ...DEFAULT_CONCURRENCY, ...this.options.concurrency };
    this.subscribe(service, null, topicsOf(definitions, 'BULK'), consumer);
    this.subscribe(`${service}-crisis`, null, topicsOf(definitions, 'URGENT'), urgentConsumer);
    for (const [group, projection] of this.projections.all()) {
      const topics = new Set(this.definitions(projection).map(({ topic }) => topic));
      this.subscribe(group, projection, [...topics], consumer);
    }
    this.running.push(transport.attach(this.history));
    untraced(() => this.retry.start(this.handlers.consumers()));
    this.relay.start();
    this.work.start();
  }

  private subscribe(
    group: string,
    projection: Projection | null,
    topics: string[],
    concurrency: number,
  ): void {
    this.handlers.assign(group, projection);
    if (topics.length === 0) return;
    const subscription = this.options.transport.subscribe({
      group,
      topics,
      concurrency,
      handle: (record) => this.consumer.handle(group, record),
      progress: this.progress.of(group),
    });
    this.running.push(subscription);
  }

  private definitions(projection: Projection | null): EventDefinition[] {
    return this.handlers.types(projection).map((type) => {
      const definition = this.options.catalogue.find(type);
      if (!definition) throw new UnknownEventTypeError(type);
      return definition;
    });
  }
}

function topicsOf(definitions: EventDefinition[], lane: Lane): string[] {
  const ofLane = definitions.filter((one) => (one.urgent ? 'URGENT' : 'BULK') === lane);
  return [...new Set(ofLane.map((one) => one.topic))];
}
