/** A row as it enters the outbox. */
export interface OutboxRow {
  id: string;
  type: string;
  topic: string;
  urgent: boolean;
  key: string;
  source: string;
  traceparent: string | null;
  data: object;
}

/** Parts of a statement that other common table expressions can stand beside. */
export interface OutboxStatement {
  /** Common table expressions, to follow WITH, without the word WITH itself. */
  ctes: string;
  /** The single parameter the expressions use. */
  param: string;
}

/** What the first events of an aggregate take: the insert stands behind the expressions, with or without RETURNING. */
export interface FirstOutboxStatement extends OutboxStatement {
  insert: string;
}

/**
 * For aggregates that begin with these events: there is nothing to lock and no version to look up. Of a key that is
 * known already it breaks the primary key, and with it the whole statement.
 * @param n number of the statement's parameter that will hold `param`
 */
export function firstOutboxStatement(rows: OutboxRow[], n: number): FirstOutboxStatement {
  const versions = new Map<string, number>();
  const versioned = rows.map((row) => {
    const version = (versions.get(row.key) ?? 0) + 1;
    versions.set(row.key, version);
    return { ...row, version };
  });
  return {
    param: JSON.stringify(versioned),
    ctes: `
      outbox_input AS (
        SELECT * FROM jsonb_to_recordset($${n}::jsonb) AS e(
          id uuid, type text, topic text, urgent boolean, key text, source text, traceparent text,
          data jsonb, version bigint)),
      outbox_aggregate AS (
        INSERT INTO messaging_aggregate (key, version)
        SELECT key, max(version) FROM outbox_input GROUP BY key)`,
    insert: `
      INSERT INTO messaging_outbox (id, type, topic, urgent, key, version, source, traceparent, data)
      SELECT id, type, topic, urgent, key, version, source, traceparent, data FROM outbox_input`,
  };
}

/**
 * Locks each aggregate, raises its version and inserts the rows, in one round trip. Writers of one aggregate
 * wait for each other here, so versions become visible in order and none is skipped.
 * @param n number of the statement's parameter that will hold `param`
 */
export function outboxStatement(rows: OutboxRow[], n: number): OutboxStatement {
  const numbered = rows.map((row, ordinal) => ({ ...row, ordinal }));
  return {
    param: JSON.stringify(numbered),
    ctes: `
      outbox_input AS (
        SELECT * FROM jsonb_to_recordset($${n}::jsonb) AS e(
          id uuid, type text, topic text, urgent boolean, key text, source text, traceparent text,
          data jsonb, ordinal integer)),
      outbox_aggregate AS (
        INSERT INTO messaging_aggregate AS a (key, version)
        SELECT key, count(*) FROM outbox_input GROUP BY key ORDER BY key
        ON CONFLICT (key) DO UPDATE SET version = a.version + excluded.version
        RETURNING key, version),
      outbox_rows AS (
        INSERT INTO messaging_outbox (id, type, topic, urgent, key, version, source, traceparent, data)
        SELECT i.id, i.type, i.topic, i.urgent, i.key,
          a.version - count(*) OVER (PARTITION BY i.key)
            + row_number() OVER (PARTITION BY i.key ORDER BY i.ordinal),
          i.source, i.traceparent, i.data
        FROM outbox_input i JOIN outbox_aggregate a USING (key) ORDER BY i.ordinal
        RETURNING id)`,
  };
}
