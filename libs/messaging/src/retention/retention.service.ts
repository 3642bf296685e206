import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MESSAGING_OPTIONS, type MessagingOptions } from '../nest/messaging.options.js';
import { PollingLoop, type NextRound } from '../polling/polling-loop.js';
import { prunable, type Prunable } from './retention.policy.js';

const HOUR_MS = 3_600_000;
/** Rows that one statement removes, so that none of its locks lasts. */
export const PIECE = 5000;

/** Removes what nobody needs any more, see `prunable`, each hour and piece by piece. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollingLoop('Retention', { idleMs: HOUR_MS, failureMs: HOUR_MS }, () =>
    this.round(),
  );

  constructor(
    @Inject(MESSAGING_OPTIONS) private readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** One piece of each table. */
  async round(): Promise<NextRound> {
    const { transport, historyDays } = this.options;
    let full = false;
    for (const rows of prunable(transport.keepsRecords, historyDays)) {
      if ((await this.piece(this.dataSource.manager, rows)) === PIECE) full = true;
    }
    return full ? 'AT_ONCE' : HOUR_MS;
  }

  /**
   * Rows that somebody has locked are left for the next time, so nobody waits for anybody.
   * @returns number of rows removed
   */
  async piece(manager: EntityManager, { table, done, since, days }: Prunable): Promise<number> {
    const [, removed] = await manager.query<[unknown, number]>(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE ${done} AND ${since} < now() - $1 * interval '1 day'
         LIMIT ${PIECE} FOR UPDATE SKIP LOCKED))`,
      [days],
    );
    return removed;
  }
}
