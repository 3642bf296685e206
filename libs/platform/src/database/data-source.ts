import type { DataSourceOptions } from 'typeorm';
import { AuditLog1700000000001 } from '../audit/audit-log.migration.js';
import type { ServiceConfig } from '../configuration/service-config.js';
import { Idempotency1700000000002 } from '../idempotency/idempotency.migration.js';
import type { ServiceName } from '../access/actor.js';

/** A request must hear within a second that the database is away (contract 2: 503 with Retry-After). */
const CONNECT_TIMEOUT_MS = 800;
const STATEMENT_TIMEOUT_MS = 15_000;
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
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
    },
  };
}
