import { Injectable } from '@nestjs/common';
import type { Pool, QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { IntakeConfig } from '../intake.config.js';
import { AcceptanceQuery } from './acceptance.query.js';
import type { AcceptanceRow } from './acceptance.statement.js';

/** pg reads this per query as well (lib/client.js), its types know it per connection only. */
interface TimedQuery extends QueryConfig<unknown[]> {
  query_timeout: number;
}

/**
 * Who waits for the answer is told by then (`Batch`). The connection is given up later: while this process is held up
 * itself, its timers run out before it reads an answer that lies ready, and a melding that is stored would look lost.
 */
const TIMES_THE_PATIENCE = 3;

/**
 * Runs the accepting statement straight on the connection pool, prepared once per connection: one round trip, no
 * transaction commands around it, since a single statement is a transaction.
 */
@Injectable()
export class DirectWriter {
  private readonly pool: Pool;
  private readonly timeoutMs: number;

  constructor(
    private readonly query: AcceptanceQuery,
    source: DataSource,
    config: IntakeConfig,
  ) {
    if (!(source.driver instanceof PostgresDriver)) throw new Error('intake needs PostgreSQL');
    this.pool = source.driver.master as Pool;
    this.timeoutMs = config.DATABASE_ANSWER_TIMEOUT_MS * TIMES_THE_PATIENCE;
  }

  /** Settles once the rows are committed, all of them; after an error none is. */
  async write(rows: readonly AcceptanceRow[]): Promise<void> {
    const query: TimedQuery = {
      ...this.query.of(rows),
      query_timeout: this.timeoutMs,
    };
    await this.pool.query(query);
  }
}
