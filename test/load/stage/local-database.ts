import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { LocalStart } from './local-start.ts';

const POSTGRES_PORT = 3032;

/** A connection to the database of one service of a local start. */
export async function connectTo({ dataDir, portOffset }: LocalStart, service: string): Promise<pg.Client> {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  const name = `opgroeipunt_${service.replaceAll('-', '_')}`;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: POSTGRES_PORT + portOffset,
    user: name,
    password: secrets[name],
    database: name,
  });
  await client.connect();
  return client;
}
