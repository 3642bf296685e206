import { Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { inConsumerSpan } from '../cloudevents/consumer-span.js';
import type { MessagingMetrics } from '../metrics/messaging.metrics.js';
import { failureReason } from '../parking/failure-reason.js';
import { retryDelay } from '../parking/retry-delay.js';
import { PollingLoop, type NextRound } from '../polling/polling-loop.js';
import { rush } from '../polling/rush.js';
import type { RunShared, Transactions } from '../transactions/transactions.service.js';
import { JoinedResults } from './joined-results.js';
import type { HandleWork } from './work-handlers.service.js';
import { URGENT_WORK_BACKOFF, WORK_BACKOFF } from './work-backoff.js';
import { RetryLater, WorkItem } from './work-item.js';
import { WORK_LEASE_SECONDS, type WorkRow, type WorkStore } from './work.store.js';

const IDLE_MS = 5000;
const NEWLY_MS = 30_000;

export interface WorkLaneOptions {
  urgent: boolean;
  concurrency: number;
}

/** Workers of one lane: as many items at once as allowed, a new one as soon as one is done. */
export class WorkLane {
  private readonly logger = new Logger('Work');
  private readonly owner = uuidv7();
  private readonly inHand = new Map<string, Promise<void>>();
  private renewal: NodeJS.Timeout | undefined;
  private handlers = new Map<string, HandleWork>();
  private readonly results = new JoinedResults();
  private readonly shared: RunShared;
  readonly loop: PollingLoop;

  constructor(
    private readonly options: WorkLaneOptions,
    private readonly store: WorkStore,
    private readonly transactions: Transactions,
    private readonly metrics: MessagingMetrics,
  ) {
    const name = options.urgent ? 'Urgent work' : 'Work';
    const turn = options.urgent ? {} : { turn: () => rush.turn() };
    this.shared = transactions.sharing(() => this.results.turn());
    this.loop = new PollingLoop(name, { idleMs: IDLE_MS, failureMs: 5000, ...turn }, () => this.round());
  }

  start(handlers: Map<string, HandleWork>): void {
    this.handlers = handlers;
    if (handlers.size > 0) this.loop.start();
  }

  /** Finishes the work in hand. */
  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.inHand.values());
  }

  private async round(): Promise<NextRound> {
    const free = this.options.concurrency - this.inHand.size;
    if (free <= 0) return IDLE_MS;
    const kinds = [...this.handlers.keys()];
    const rows = await this.store.claim(this.owner, kinds, this.options.urgent, free);
    for (const row of rows) this.take(row);
    if (rows.length === free) return IDLE_MS;
    return (await this.store.untilNext(kinds, this.options.urgent)) ?? IDLE_MS;
  }

  private take(row: WorkRow): void {
    this.results.began(row.id);
    const done = this.work(row).finally(() => {
      this.results.ended(row.id);
      this.inHand.delete(row.id);
      if (this.inHand.size === 0) clearInterval(this.renewal);
      this.loop.wake();
    });
    if (this.inHand.size === 0) {
      this.renewal = setInterval(() => this.renew(), (WORK_LEASE_SECONDS * 1000) / 3);
    }
    this.inHand.set(row.id, done);
  }

  private async work(row: WorkRow): Promise<void> {
    try {
      await (this.isNewlyUrgent(row) ? rush.urgently(() => this.attempt(row)) : this.attempt(row));
      this.metrics.worked(row.kind, 'DONE');
    } catch (error) {
      this.metrics.worked(row.kind, 'RETRY');
      await this.putBack(row, error);
    }
  }

  /** What was urgent long ago and waited for its time (a deadline that passed) holds nothing up. */
  private isNewlyUrgent(row: WorkRow): boolean {
    return this.options.urgent && Date.now() - row.createdAt.getTime() < NEWLY_MS;
  }

  private async attempt(row: WorkRow): Promise<void> {
    const handle = this.handlers.get(row.kind);
    if (!handle) throw new Error(`no handler for work of kind ${row.kind}`);
    const item = new WorkItem(
      row.id,
      row.kind,
      row.key,
      row.payload,
      row.attempts,
      row.createdAt,
      this.owner,
      this.options.urgent ? 'URGENT' : 'BULK',
      this.transactions,
      (key, result) => this.results.ready(row.id, () => this.shared(key, result)),
    );
    await inConsumerSpan('work', { type: row.kind, id: row.id, traceparent: row.traceparent }, () =>
      handle(item),
    );
    if (!item.completed) await item.finish(async () => undefined);
  }

  private async putBack(row: WorkRow, error: unknown): Promise<void> {
    const backoff = this.options.urgent ? URGENT_WORK_BACKOFF : WORK_BACKOFF;
    const delay = error instanceof RetryLater ? error.afterMs : retryDelay(row.attempts + 1, backoff);
    const reason = failureReason(error);
    this.logger.warn(`${row.kind} ${row.id} failed, next try in ${delay} ms: ${reason}`);
    try {
      await this.store.failed(this.owner, row.id, reason, delay);
    } catch (cause) {
      // The database is away: the lease ends by itself, and the item is taken up again then.
      this.logger.warn(`${row.kind} ${row.id} not put back: ${failureReason(cause)}`);
    }
  }

  private renew(): void {
    this.store.renew(this.owner, [...this.inHand.keys()]).catch((error: unknown) => {
      this.logger.warn(`leases of work not renewed: ${failureReason(error)}`);
    });
  }
}
