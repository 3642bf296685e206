import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';

export type ConsumeOutcome = 'HANDLED' | 'DUPLICATE' | 'SKIPPED' | 'PARKED' | 'DEAD_LETTER';
export type WorkOutcome = 'DONE' | 'RETRY';

interface Backlog {
  outbox: number;
  outbox_age: number;
  parked: number;
  parked_age: number;
  work: number;
  work_age: number;
  failing: number;
  failing_age: number;
}

/** Counters of what happened, and gauges that are read from the tables when they are scraped. */
@Injectable()
export class MessagingMetrics {
  readonly registry: Registry;
  private readonly events: Counter<'consumer' | 'outcome'>;
  private readonly published: Counter<'lane'>;
  private readonly lag: Histogram<'lane'>;
  private readonly work: Counter<'kind' | 'outcome'>;

  constructor(
    @Inject(MESSAGING_OPTIONS) options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {
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
    this.backlogGauges(registers);
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

  private backlogGauges(registers: Registry[]): void {
    const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
    const parked = gauge('messaging_parked_events', 'Events parked now');
    const parkedAge = gauge('messaging_parked_oldest_seconds', 'Age of the oldest parked event');
    const outboxAge = gauge('messaging_outbox_oldest_seconds', 'Age of the oldest event not yet published');
    const work = gauge('messaging_work_waiting', 'Work items that are due and not done');
    const workAge = gauge('messaging_work_oldest_seconds', 'How long the oldest work item is overdue');
    // What fails is not due between its tries: a mail server that is away for hours would show in no figure above.
    const failing = gauge('messaging_work_failing', 'Work items that failed and will be tried again');
    const failingAge = gauge('messaging_work_failing_oldest_seconds', 'Age of the oldest of these');
    const read = (): Promise<Backlog> => this.backlog();
    new Gauge({
      name: 'messaging_outbox_backlog',
      help: 'Events not yet published',
      registers,
      async collect() {
        const now = await read();
        this.set(now.outbox);
        outboxAge.set(now.outbox_age);
        parked.set(now.parked);
        parkedAge.set(now.parked_age);
        work.set(now.work);
        workAge.set(now.work_age);
        failing.set(now.failing);
        failingAge.set(now.failing_age);
      },
    });
  }

  private async backlog(): Promise<Backlog> {
    const age = (column: string): string => `coalesce(extract(epoch FROM now() - min(${column})), 0)::float8`;
    const [row] = await this.dataSource.query<[Backlog]>(
      `SELECT o.*, p.*, w.*, f.* FROM
         (SELECT count(*)::int AS outbox, ${age('created_at')} AS outbox_age
          FROM messaging_outbox WHERE published_at IS NULL) o,
         (SELECT count(*)::int AS parked, ${age('parked_at')} AS parked_age
          FROM messaging_parked WHERE resolved_at IS NULL) p,
         (SELECT count(*)::int AS work, ${age('due_at')} AS work_age
          FROM messaging_work WHERE done_at IS NULL AND due_at <= now()) w,
         (SELECT count(*)::int AS failing, ${age('created_at')} AS failing_age
          FROM messaging_work WHERE done_at IS NULL AND attempts > 0) f`,
    );
    return row;
  }
}
