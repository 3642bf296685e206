import pg from 'pg';

/** A role that owns one database of the same name, and nothing else. */
export interface ServiceDatabase {
  name: string;
  password: string;
}

/**
 * Creates role and database where missing, and sets the role's password to the given one.
 * @returns the connection URL of that role
 */
export async function ensureServiceDatabase(adminUrl: string, database: ServiceDatabase): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined); // a lost connection is told by the query that runs; unheard, it ends the process
  await client.connect();
  try {
    const name = client.escapeIdentifier(database.name);
    const password = client.escapeLiteral(database.password);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [database.name]);
    await client.query(`${roles.rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD ${password}`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database.name]);
    if (!databases.rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
    // Each service sees its own database only.
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(database.name);
  url.password = encodeURIComponent(database.password);
  url.pathname = `/${database.name}`;
  return url.href;
}
