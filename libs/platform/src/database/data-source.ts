import type { DataSourceOptions } from 'typeorm';
import { AuditLog1700000000001 } from '../audit/audit-log.migration.js';
import type { ServiceConfig } from '../configuration/service-config.js';
import { Idempotency1700000000002 } from '../idempotency/idempotency.migration.js';
import type { ServiceName } from '../access/actor.js';
import { PreparingClient } from './preparing-client.js';

const STATEMENT_TIMEOUT_MS = 15_000;
/** The server cancels a slow statement; this is for a server that does not answer any more. */
const ANSWER_TIMEOUT_MS = 20_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

export interface Schema {
  entities: Function[];
  migrations: Function[];
}

/** Tables that every service has. */
export const PLATFORM_MIGRATIONS: Function[] = [AuditLog1700000000001, Idempotency1700000000002];

/** Connection settings of one service: migrations only, never `synchronize`. */
export function dataSourceOptions(
  service: ServiceName,
  config: ServiceConfig,
  schema: Schema,
): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    entities: schema.entities,
    migrations: [...PLATFORM_MIGRATIONS, ...schema.migrations],
    migrationsTableName: 'platform_migration',
    migrationsTransactionMode: 'all',
    synchronize: false,
    logging: false,
    applicationName: `opgroeipunt-${service}`,
    poolSize: config.DATABASE_POOL_SIZE,
    connectTimeoutMS: config.DATABASE_WAIT_MS,
    extra: {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
      Client: PreparingClient,
      // Statements that do not wait for each other's answer go out together.
      pipeline: true,
    },
  };
}
