import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { untraced } from '../cloudevents/consumer-span.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { DEFAULT_CONCURRENCY, MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { Transactions } from '../transactions/transactions.service.js';
import { WakeUps } from '../transactions/wake-ups.js';
import { WorkHandlers } from './work-handlers.service.js';
import { WorkLane } from './work-lane.js';
import { WorkStore } from './work.store.js';

/** Does the durable work of the service, urgent work in a lane of its own. */
@Injectable()
export class WorkRunner implements BeforeApplicationShutdown {
  private readonly lanes: WorkLane[];

  constructor(
    @Inject(MESSAGING_OPTIONS) options: MessagingOptions,
    private readonly handlers: WorkHandlers,
    store: WorkStore,
    transactions: Transactions,
    metrics: MessagingMetrics,
    wakeUps: WakeUps,
  ) {
    const { work, urgentWork } = { ...DEFAULT_CONCURRENCY, ...options.concurrency };
    const bulk = new WorkLane({ urgent: false, concurrency: work }, store, transactions, metrics);
    const urgent = new WorkLane({ urgent: true, concurrency: urgentWork }, store, transactions, metrics);
    this.lanes = [urgent, bulk];
    wakeUps.listen('WORK', () => bulk.loop.wake());
    wakeUps.listen('URGENT_WORK', () => urgent.loop.wake());
  }

  start(): void {
    const handlers = this.handlers.byKind();
    untraced(() => this.lanes.forEach((lane) => lane.start(handlers)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }
}
