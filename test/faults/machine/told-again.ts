import pg from 'pg';
import type { TopicRecord } from './system-under-faults.js';

const MOST = 30;

interface PublishedRow {
  topic: string;
  key: string;
  data: string;
  headers: Record<string, string>;
}

/** Some of the events that a service told before, as they stood on their topics, the newest first. */
export async function toldBefore(databaseUrl: string): Promise<TopicRecord[]> {
  const rows = await ask<PublishedRow>(
    databaseUrl,
    `WITH told AS (SELECT * FROM messaging_outbox WHERE published_at IS NOT NULL ORDER BY random() LIMIT ${MOST})
     SELECT topic, key, data::text AS data, jsonb_strip_nulls(jsonb_build_object(
       'ce_specversion', '1.0', 'ce_id', id, 'ce_source', source, 'ce_type', type, 'ce_subject', key,
       'ce_time', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'ce_sequence', version::text, 'content-type', 'application/json', 'traceparent', traceparent)) AS headers
     FROM told ORDER BY position DESC`,
  );
  return rows.map(({ topic, key, data, headers }) => ({ topic, key, value: data, headers }));
}

/** Has the relay of a service tell some of its events again, as docs/runbooks/undecodable-event.md says. */
export async function tellAgain(databaseUrl: string): Promise<void> {
  await ask(
    databaseUrl,
    `UPDATE messaging_outbox SET published_at = NULL WHERE id IN (
       SELECT id FROM messaging_outbox WHERE published_at IS NOT NULL ORDER BY random() LIMIT ${MOST})`,
  );
}

async function ask<T extends object>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined); // the query that runs tells it
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
