import { Inject, Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { BacklogGauges } from './backlog.gauges.js';
import { readBacklog } from './backlog.store.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';

export type ConsumeOutcome = 'HANDLED' | 'DUPLICATE' | 'SKIPPED' | 'PARKED' | 'DEAD_LETTER';
export type WorkOutcome = 'DONE' | 'RETRY';

/** Counters of what happened, and gauges that are read from the tables when they are scraped. */
@Injectable()
export class MessagingMetrics {
  readonly registry: Registry;
  private readonly events: Counter<'consumer' | 'outcome'>;
  private readonly published: Counter<'lane'>;
  private readonly lag: Histogram<'lane'>;
  private readonly work: Counter<'kind' | 'outcome'>;

  constructor(@Inject(MESSAGING_OPTIONS) options: MessagingOptions, dataSource: DataSource) {
    this.registry = options.registry ?? new Registry();
    const registers = [this.registry];
    this.events = new Counter({
      name: 'messaging_events_consumed_total',
      help: 'Events by consumer group and outcome',
      labelNames: ['consumer', 'outcome'],
      registers,
    });
    this.published = new Counter({
      name: 'messaging_events_published_total',
      help: 'Events that the relay handed to the broker',
      labelNames: ['lane'],
      registers,
    });
    this.lag = new Histogram({
      name: 'messaging_relay_lag_seconds',
      help: 'Time between the change and its event being durable at the broker',
      labelNames: ['lane'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 300],
      registers,
    });
    this.work = new Counter({
      name: 'messaging_work_total',
      help: 'Tries of durable work by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    });
    new BacklogGauges(() => readBacklog(dataSource), this.registry);
  }

  consumed(consumer: string, outcome: ConsumeOutcome): void {
    this.events.inc({ consumer, outcome });
  }

  relayed(lane: string, lagSeconds: number[]): void {
    this.published.inc({ lane }, lagSeconds.length);
    for (const lag of lagSeconds) this.lag.observe({ lane }, Math.max(0, lag));
  }

  worked(kind: string, outcome: WorkOutcome): void {
    this.work.inc({ kind, outcome });
  }
}
