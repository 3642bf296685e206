import { DataSource, type DataSourceOptions } from 'typeorm';
import { isAway } from '../problem/failure-status.js';
import { DatabaseAwayError } from './database-away.error.js';
import { SchemaTooNewError } from './schema-too-new.error.js';

/** Any number will do, as long as every service uses the same one within its own database. */
const LOCK = 7_421_001;

async function appliedNames(source: DataSource): Promise<string[]> {
  const [table] = await source.query<{ name: string | null }[]>(
    `SELECT to_regclass('platform_migration') AS name`,
  );
  if (table?.name === null || table === undefined) return [];
  const rows = await source.query<{ name: string }[]>(`SELECT name FROM platform_migration ORDER BY id`);
  return rows.map((row) => row.name);
}

/** A migration of much data takes as long as it takes. */
const forMigrations = (options: DataSourceOptions): DataSourceOptions => ({
  ...options,
  extra: { ...(options.extra as object | undefined), statement_timeout: 0, query_timeout: 0 },
});

async function connect(options: DataSourceOptions): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    if (isAway(error)) throw new DatabaseAwayError({ cause: error });
    throw error;
  }
}

/**
 * Brings a database up to date. Processes that start at once wait for each other on an advisory lock; a failing
 * migration leaves nothing behind, since all run in one transaction.
 * @throws DatabaseAwayError when there is no database at the address
 * @throws SchemaTooNewError when the database holds migrations that this program does not know; nothing is touched
 */
export async function migrate(options: DataSourceOptions): Promise<void> {
  const source = await connect(forMigrations(options));
  try {
    const lock = source.createQueryRunner();
    try {
      await lock.query(`SELECT pg_advisory_lock($1)`, [LOCK]);
      const known = new Set(
        source.migrations.map((migration) => migration.name ?? migration.constructor.name),
      );
      const unknown = (await appliedNames(source)).filter((name) => !known.has(name));
      if (unknown.length > 0) throw new SchemaTooNewError(unknown);
      await source.runMigrations();
      await lock.query(`SELECT pg_advisory_unlock($1)`, [LOCK]);
    } finally {
      await lock.release();
    }
  } finally {
    // Ends the session as well, and with it the lock after a failure.
    await source.destroy();
  }
}
