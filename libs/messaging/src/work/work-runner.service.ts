import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { untraced } from '../cloudevents/consumer-span.js';
import { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { DEFAULT_CONCURRENCY, MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { Transactions } from '../transactions/transactions.service.js';
import { WakeUps } from '../transactions/wake-ups.js';
import type { Workers } from './work-handler.decorator.js';
import { WorkHandlers, type HandleWork, type KnownHandler } from './work-handlers.service.js';
import { WorkLane } from './work-lane.js';
import { WorkStore } from './work.store.js';

/** Does the durable work of the service: urgent work in a lane of its own, and timed work of each kind in one. */
@Injectable()
export class WorkRunner implements BeforeApplicationShutdown {
  private readonly urgent: WorkLane;
  private readonly bulk: WorkLane;
  private readonly timed: WorkLane[] = [];

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly handlers: WorkHandlers,
    private readonly store: WorkStore,
    private readonly transactions: Transactions,
    private readonly metrics: MessagingMetrics,
    wakeUps: WakeUps,
  ) {
    this.urgent = this.lane('urgentWork');
    this.bulk = this.lane('work');
    wakeUps.listen('WORK', () => this.bulk.loop.wake());
    wakeUps.listen('URGENT_WORK', () => this.urgent.loop.wake());
  }

  start(): void {
    const all = [...this.handlers.byKind()];
    const of = (wanted: Workers) => all.filter(([, { workers }]) => workers === wanted);
    untraced(() => {
      this.urgent.start(handlersOf(all));
      this.bulk.start(handlersOf(of('SHARED')));
      for (const one of of('OWN')) {
        const lane = this.lane('work');
        lane.start(handlersOf([one]));
        this.timed.push(lane);
      }
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.urgent, this.bulk, ...this.timed].map((lane) => lane.stop()));
  }

  private lane(work: 'work' | 'urgentWork'): WorkLane {
    const concurrency = { ...DEFAULT_CONCURRENCY, ...this.options.concurrency }[work];
    const urgent = work === 'urgentWork';
    return new WorkLane({ urgent, concurrency }, this.store, this.transactions, this.metrics);
  }
}

const handlersOf = (handlers: [string, KnownHandler][]): Map<string, HandleWork> =>
  new Map(handlers.map(([kind, { handle }]) => [kind, handle]));
