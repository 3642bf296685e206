import pg from 'pg';
import { databaseUrl, type ServiceDatabase } from '../../system/data-folder.js';

/** Asks one database of the running system, as an operator who may see everything. */
export async function query<Row extends object>(
  database: ServiceDatabase | 'postgres',
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl(database) });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Names of all tables of a service. */
export async function tablesOf(database: ServiceDatabase): Promise<string[]> {
  const rows = await query<{ name: string }>(
    database,
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
