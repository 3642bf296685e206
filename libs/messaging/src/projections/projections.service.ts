import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { EventValidator } from '../catalogue/event-validator.js';
import { EventHandlers } from '../inbox/event-handlers.js';
import { ProgressStore } from '../inbox/progress.store.js';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { ParkingStore } from '../parking/parking.store.js';
import { Transactions } from '../transactions/transactions.service.js';
import { WorkHandler } from '../work/work-handler.decorator.js';
import { RetryLater, type WorkItem } from '../work/work-item.js';
import { WorkQueue } from '../work/work-queue.service.js';
import { IncompleteHistoryError, ProjectionRebuild } from './projection-rebuild.js';
import { ProjectionRegistry } from './projection-registry.js';
import { RebuildStore } from './rebuild.store.js';

const REBUILD = 'messaging.rebuild-projection';
const TAKEN_MS = 5_000;

/** A projection of this service and its last rebuild. */
export interface ProjectionView {
  name: string;
  /** Its consumer group. */
  consumer: string;
  state: 'LIVE' | 'REBUILDING';
  lastRebuild: {
    askedAt: Date;
    finishedAt: Date | null;
    /** Events it was made of. */
    events: number | null;
    /** Why the projection was left as it was; null when the rebuild went well or is not finished. */
    failure: string | null;
  } | null;
}

interface RebuildRow {
  projection: string;
  askedAt: Date;
  finishedAt: Date | null;
  events: number | null;
  failure: string | null;
}

/** What a person sees of projections, and the one thing they can do: have one made again from its events (guarantee 6). */
@Injectable()
export class Projections implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Projections.name);
  private readonly stopping = new AbortController();

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
    private readonly registry: ProjectionRegistry,
    private readonly handlers: EventHandlers,
    private readonly validator: EventValidator,
    private readonly transactions: Transactions,
    private readonly parking: ParkingStore,
    private readonly progress: ProgressStore,
    private readonly queue: WorkQueue,
  ) {}

  async list(): Promise<ProjectionView[]> {
    const rows = await this.dataSource.query<RebuildRow[]>(
      `SELECT projection, asked_at AS "askedAt", finished_at AS "finishedAt", events, failure FROM messaging_rebuild`,
    );
    return this.registry.all().map(([consumer, { name }]) => {
      const row = rows.find(({ projection }) => projection === name);
      const { projection: _name, ...lastRebuild } = row ?? { projection: name };
      const state = row && !row.finishedAt ? ('REBUILDING' as const) : ('LIVE' as const);
      return { name, consumer, state, lastRebuild: 'askedAt' in lastRebuild ? lastRebuild : null };
    });
  }

  /**
   * Has a projection made again from all its events. It stays in use, and is kept up to date, until the new one takes
   * its place. Goes on after a restart. Asking while one is under way asks for another after it.
   * @returns false when there is no such projection
   */
  async rebuild(name: string): Promise<boolean> {
    if (!this.registry.find(name)) return false;
    await this.transactions.run(async (manager) => {
      await manager.query(
        `INSERT INTO messaging_rebuild (projection, asked_at) VALUES ($1, now())
         ON CONFLICT (projection) DO UPDATE SET asked_at = now(), started_at = NULL, finished_at = NULL,
           events = NULL, failure = NULL`,
        [name],
      );
      await this.queue.enqueue(manager, { kind: REBUILD, key: name, payload: { name } });
    });
    return true;
  }

  @WorkHandler(REBUILD)
  async work(item: WorkItem<{ name: string }>): Promise<void> {
    const { name } = item.payload;
    const lock = this.dataSource.createQueryRunner();
    try {
      await this.takeTurn(lock, name);
      const outcome = await this.attempt(name);
      await this.transactions.run(async (manager) => {
        await manager.query(
          'UPDATE messaging_rebuild SET finished_at = now(), events = $2, failure = $3 WHERE projection = $1',
          [name, outcome.events, outcome.failure],
        );
        await item.complete(manager);
      });
    } finally {
      await lock.query('SELECT pg_advisory_unlock_all()').finally(() => lock.release());
    }
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** A worker whose lease ended may still be at it; two would use the same second set of tables. */
  private async takeTurn(lock: QueryRunner, name: string): Promise<void> {
    const [row] = (await lock.query('SELECT pg_try_advisory_lock(hashtextextended($1, 9)) AS taken', [
      `${this.options.service}.${name}`,
    ])) as [{ taken: boolean }];
    if (!row.taken) throw new RetryLater('another process rebuilds this projection', TAKEN_MS);
    await lock.query('UPDATE messaging_rebuild SET started_at = now() WHERE projection = $1', [name]);
  }

  /** What no later try can mend is an outcome; everything else is thrown, and tried again. */
  private async attempt(name: string): Promise<{ events: number | null; failure: string | null }> {
    const found = this.registry.find(name);
    if (!found) return { events: null, failure: 'no such projection' };
    if (this.options.historyDays !== undefined)
      return {
        events: null,
        failure: 'the history is bounded, so it does not reach back to the first event',
      };
    const [live, projection] = found;
    const group = `${live}.rebuild-${uuidv4().slice(0, 8)}`;
    const store = new RebuildStore(this.dataSource, live, group, projection);
    const { transport, catalogue } = this.options;
    const { handlers, registry, validator, transactions, parking, progress } = this;
    const parts = { transport, catalogue, handlers, registry, validator, transactions, parking, progress };
    try {
      const events = await new ProjectionRebuild(parts, store, projection, group).run(this.stopping.signal);
      this.logger.log(`${live} was rebuilt from ${events} events`);
      return { events, failure: null };
    } catch (error) {
      if (!(error instanceof IncompleteHistoryError)) throw error;
      this.logger.error(`${live} was not rebuilt: ${error.message}`);
      return { events: null, failure: error.message };
    }
  }
}
