/** Columns of `melding` in the order of their parameters, with the cast that a prepared statement needs. */
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

/** Parameters after those of the melding itself. */
const OTHERS = [
  'wrapped_key',
  'sealed_identity',
  'sealed_content',
  'trace_id',
  'trace_at',
  'idempotency_scope',
  'idempotency_key_hash',
  'idempotency_request_hash',
  'idempotency_answer',
  'idempotency_at',
  'confirmation_hash',
  'confirmation_sealed',
  'confirmation_expires',
] as const;
type OtherParameter = (typeof OTHERS)[number];

const parameterOf = (name: OtherParameter): string =>
  `$${MELDING_COLUMN_NAMES.length + OTHERS.indexOf(name) + 1}`;

/** Number of the parameter that holds the events; the outbox adds its own part of the statement around it. */
export const OUTBOX_PARAMETER = MELDING_COLUMN_NAMES.length + OTHERS.length + 1;

export type AcceptanceValues = Record<MeldingColumn | OtherParameter, unknown>;

/** The values in the order of the statement, all but the one of the outbox. */
export const acceptanceParameters = (values: AcceptanceValues): unknown[] =>
  [...MELDING_COLUMN_NAMES, ...OTHERS].map((name) => values[name]);

/** An unknown location makes the list null, which the column refuses: the check costs no round trip of its own. */
const LOCATION_IDS_IF_KNOWN = (parameter: string): string =>
  `(SELECT CASE WHEN count(*) = cardinality(${parameter}) THEN ${parameter} END FROM location WHERE id = ANY (${parameter}))`;

function meldingValue(name: MeldingColumn, index: number): string {
  const parameter = `$${index + 1}::${MELDING_COLUMNS[name]}`;
  return name === 'location_ids' ? LOCATION_IDS_IF_KNOWN(parameter) : parameter;
}

/**
 * Everything that accepting a melding writes, as one statement: it is committed whole or not at all, in a single
 * round trip (issue: one short transaction, at most two round trips). A repeated `Idempotency-Key` breaks the
 * primary key of its row and with it the whole statement; a second round trip then reads the first answer.
 * @param outboxCtes common table expressions of the outbox for `OUTBOX_PARAMETER`
 */
export function acceptanceStatement(outboxCtes: string): string {
  const p = parameterOf;
  return `
    WITH accepted AS (
      INSERT INTO melding (${MELDING_COLUMN_NAMES.join(', ')})
      VALUES (${MELDING_COLUMN_NAMES.map(meldingValue).join(', ')})),
    vaulted AS (
      INSERT INTO melding_vault (melding_id, wrapped_key, identity, content)
      VALUES ($1, ${p('wrapped_key')}, ${p('sealed_identity')}, ${p('sealed_content')})),
    traced AS (
      INSERT INTO trace_step (id, melding_id, step, at, confirmed_by)
      VALUES (${p('trace_id')}::uuid, $1, 'RECEIVED', ${p('trace_at')}::timestamptz, 'intake')),
    answered AS (
      INSERT INTO platform_idempotency (scope, key_hash, request_hash, answer, created_at)
      SELECT ${p('idempotency_scope')}::text, ${p('idempotency_key_hash')}::bytea, ${p('idempotency_request_hash')}::bytea,
        ${p('idempotency_answer')}::bytea, ${p('idempotency_at')}::timestamptz
      WHERE ${p('idempotency_scope')}::text IS NOT NULL),
    confirmed AS (
      INSERT INTO confirmation (token_hash, sealed, expires_at)
      SELECT ${p('confirmation_hash')}::bytea, ${p('confirmation_sealed')}::bytea, ${p('confirmation_expires')}::timestamptz
      WHERE ${p('confirmation_hash')}::bytea IS NOT NULL),
    ${outboxCtes}
    SELECT count(*) FROM outbox_rows`;
}
