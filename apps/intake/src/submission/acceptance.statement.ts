import type { OutboxRow } from '#messaging';

/** Columns of `melding` and their types. */
const MELDING_COLUMNS = {
  id: 'uuid',
  reference: 'text',
  kind: 'text',
  submitter_type: 'text',
  identity_mode: 'text',
  submitter_key: 'text',
  channel: 'text',
  language: 'text',
  preferred_channel: 'text',
  received_at: 'timestamptz',
  fact_day: 'date',
  fact_at: 'timestamptz',
  location_ids: 'text[]',
  location_described: 'boolean',
  answers: 'jsonb',
  themes: 'text[]',
  already_reported_to: 'text[]',
  parents_informed: 'text',
  consent_to_share_identity: 'boolean',
  personeelstekort: 'jsonb',
  inspectie_advies: 'jsonb',
  reachable_by_email: 'boolean',
  reachable_by_phone: 'boolean',
  admissibility_missing: 'text[]',
  entered_by: 'text',
  follow_up_hash: 'bytea',
  content_hash: 'bytea',
} as const;

export type MeldingColumn = keyof typeof MELDING_COLUMNS;
export const MELDING_COLUMN_NAMES = Object.keys(MELDING_COLUMNS) as MeldingColumn[];

/** What else belongs to a melding, under the names by which the statement knows it. */
const OTHERS = {
  wrapped_key: 'bytea',
  sealed_identity: 'bytea',
  sealed_content: 'bytea',
  trace_id: 'uuid',
  trace_at: 'timestamptz',
  idempotency_scope: 'text',
  idempotency_key_hash: 'bytea',
  idempotency_request_hash: 'bytea',
  idempotency_answer: 'bytea',
  idempotency_at: 'timestamptz',
  confirmation_hash: 'bytea',
  confirmation_sealed: 'bytea',
  confirmation_expires: 'timestamptz',
} as const;

const COLUMNS = { ...MELDING_COLUMNS, ...OTHERS };
type Column = keyof typeof COLUMNS;
const ALL_COLUMNS = Object.keys(COLUMNS) as Column[];

export type AcceptanceValues = Record<Column, unknown>;

/** All that is written when one melding is accepted. */
export interface AcceptanceRow {
  values: AcceptanceValues;
  events: OutboxRow[];
}

/** Number of the parameter that holds the events; the first holds everything else. */
export const OUTBOX_PARAMETER = 2;

/** The first parameter: the rows as JSON, bytes as PostgreSQL writes them. */
export const acceptanceParameter = (rows: readonly AcceptanceRow[]): string =>
  JSON.stringify(rows.map(({ values }) => written(values)));

function written(values: AcceptanceValues): Partial<AcceptanceValues> {
  const texts: Partial<AcceptanceValues> = {};
  for (const name of ALL_COLUMNS) {
    const value = values[name];
    // What is not named in the record is null all the same.
    if (value !== null) texts[name] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
  }
  return texts;
}

const TYPED_COLUMNS = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** An unknown location makes the list null, which the column refuses: the check costs no round trip of its own. */
const LOCATION_IDS_IF_KNOWN = `
  (SELECT CASE WHEN count(*) = cardinality(r.location_ids) THEN r.location_ids END
   FROM location WHERE location.id = ANY (r.location_ids))`;

const meldingValue = (name: MeldingColumn): string =>
  name === 'location_ids' ? LOCATION_IDS_IF_KNOWN : `r.${name}`;

/**
 * Everything that accepting meldingen writes, as one statement: it is committed whole or not at all, in a single
 * round trip (issue: one short transaction, at most two round trips). A repeated `Idempotency-Key` breaks the
 * primary key of its row and with it the whole statement; a second round trip then reads the first answer.
 * @param outboxCtes common table expressions of the outbox for `OUTBOX_PARAMETER`
 */
export function acceptanceStatement(outboxCtes: string): string {
  return `
    WITH requests AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(${TYPED_COLUMNS})),
    accepted AS (
      INSERT INTO melding (${MELDING_COLUMN_NAMES.join(', ')})
      SELECT ${MELDING_COLUMN_NAMES.map(meldingValue).join(', ')} FROM requests r),
    vaulted AS (
      INSERT INTO melding_vault (melding_id, wrapped_key, identity, content)
      SELECT id, wrapped_key, sealed_identity, sealed_content FROM requests),
    traced AS (
      INSERT INTO trace_step (id, melding_id, step, at, confirmed_by)
      SELECT trace_id, id, 'RECEIVED', trace_at, 'intake' FROM requests),
    answered AS (
      INSERT INTO platform_idempotency (scope, key_hash, request_hash, answer, created_at)
      SELECT idempotency_scope, idempotency_key_hash, idempotency_request_hash, idempotency_answer, idempotency_at
      FROM requests WHERE idempotency_scope IS NOT NULL),
    confirmed AS (
      INSERT INTO confirmation (token_hash, sealed, expires_at)
      SELECT confirmation_hash, confirmation_sealed, confirmation_expires
      FROM requests WHERE confirmation_hash IS NOT NULL),
    ${outboxCtes}
    SELECT count(*) FROM outbox_rows`;
}
