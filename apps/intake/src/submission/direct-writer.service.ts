import { Injectable } from '@nestjs/common';
import type { Pool, QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { IntakeConfig } from '../intake.config.js';

/** pg reads this per query as well (lib/client.js), its types know it per connection only. */
interface TimedQuery extends QueryConfig<unknown[]> {
  query_timeout: number;
}

/**
 * Runs the accepting statement straight on the connection pool, prepared once per connection: one round trip, no
 * transaction commands around it, since a single statement is a transaction.
 */
@Injectable()
export class DirectWriter {
  private readonly pool: Pool;
  private readonly timeoutMs: number;

  constructor(source: DataSource, config: IntakeConfig) {
    if (!(source.driver instanceof PostgresDriver)) throw new Error('intake needs PostgreSQL');
    this.pool = source.driver.master as Pool;
    this.timeoutMs = config.DATABASE_ANSWER_TIMEOUT_MS;
  }

  async write(statement: string, parameters: unknown[]): Promise<void> {
    const query: TimedQuery = {
      name: 'accept-melding',
      text: statement,
      values: parameters,
      query_timeout: this.timeoutMs,
    };
    await this.pool.query(query);
  }
}
