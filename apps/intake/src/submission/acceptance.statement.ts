import type { OutboxRow } from '#messaging';
import type { IdempotencyRow } from '#platform';
import {
  ANSWER_COLUMNS,
  CONFIRMATION_COLUMNS,
  MELDING_COLUMNS,
  OTHER_COLUMNS,
  type Column,
  type KeptConfirmation,
  type MadeMelding,
} from './acceptance.columns.js';
import type { AcceptedMelding } from './accepted-melding.js';

/** What goes along (the kept answer to an `Idempotency-Key`, what a page shows once) because of how the melding was sent. */
export interface Companions {
  answer?: IdempotencyRow;
  confirmation?: KeptConfirmation;
}

/** All that is written when one melding is accepted, with what its melder then hears. */
export interface AcceptanceRow extends Companions {
  accepted: AcceptedMelding;
  made: MadeMelding;
  events: OutboxRow[];
}

/** Numbers of the parameters. */
const MELDINGEN = 1;
export const OUTBOX_PARAMETER = 2;
const ANSWERS = 3;
const CONFIRMATIONS = 4;

const ALL_COLUMNS = [...MELDING_COLUMNS, ...OTHER_COLUMNS];
const names = (columns: readonly { name: string }[]): string => columns.map(({ name }) => name).join(', ');

/** Rows as lists of values, in the order of the columns: with names in each, 16 took PostgreSQL a fifth more time. */
const rowsOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  JSON.stringify(rows.map((row) => columns.map(({ of }) => of(row))));

function read({ name, type }: Pick<Column<never>, 'name' | 'type'>, place: number): string {
  if (type === 'jsonb') return `nullif(r -> ${place}, 'null') AS ${name}`;
  return `(r ->> ${place})::${type} AS ${name}`;
}

const readAll = (columns: readonly Pick<Column<never>, 'name' | 'type'>[], parameter: number): string =>
  `SELECT ${columns.map(read).join(', ')} FROM jsonb_array_elements($${parameter}::jsonb) AS given(r)`;

/** An unknown location makes the list null, which the column refuses: the check costs no round trip of its own. */
const LOCATION_IDS_IF_KNOWN = `
  (SELECT CASE WHEN count(*) = cardinality(r.location_ids) THEN r.location_ids END
   FROM location WHERE location.id = ANY (r.location_ids))`;

const meldingValue = ({ name }: Column<MadeMelding>): string =>
  name === 'location_ids' ? LOCATION_IDS_IF_KNOWN : `r.${name}`;

const COMPANIONS = `
    answered AS (
      INSERT INTO platform_idempotency (${names(ANSWER_COLUMNS)})
      ${readAll(ANSWER_COLUMNS, ANSWERS)}),
    confirmed AS (
      INSERT INTO confirmation (${names(CONFIRMATION_COLUMNS)})
      ${readAll(CONFIRMATION_COLUMNS, CONFIRMATIONS)}),`;

/**
 * Everything that accepting meldingen writes, as one statement: it is committed whole or not at all, in a single
 * round trip (issue: one short transaction, at most two round trips). A repeated `Idempotency-Key` breaks the
 * primary key of its row and with it the whole statement; a second round trip then reads the first answer.
 * @param outbox common table expressions and insert of the outbox for `OUTBOX_PARAMETER`
 * @param companions are there kept answers or confirmations among them?
 */
export function acceptanceStatement(outbox: { ctes: string; insert: string }, companions: boolean): string {
  return `
    WITH requests AS MATERIALIZED (${readAll(ALL_COLUMNS, MELDINGEN)}),
    accepted AS (
      INSERT INTO melding (${names(MELDING_COLUMNS)})
      SELECT ${MELDING_COLUMNS.map(meldingValue).join(', ')} FROM requests r),
    vaulted AS (
      INSERT INTO melding_vault (melding_id, wrapped_key, identity, content)
      SELECT id, wrapped_key, sealed_identity, sealed_content FROM requests),
    traced AS (
      INSERT INTO trace_step (id, melding_id, step, at, confirmed_by)
      SELECT id, id, 'RECEIVED', made_at, 'intake' FROM requests),
    ${companions ? COMPANIONS : ''}
    ${outbox.ctes}
    ${outbox.insert}`;
}

/** The parameters for these rows but that of the outbox. */
export function acceptanceParameters(rows: readonly AcceptanceRow[]): {
  meldingen: string;
  companions: [answers: string, confirmations: string] | undefined;
} {
  const answers = rows.flatMap(({ answer }) => answer ?? []);
  const confirmations = rows.flatMap(({ confirmation }) => confirmation ?? []);
  const meldingen = rowsOf(
    ALL_COLUMNS,
    rows.map(({ made }) => made),
  );
  if (answers.length + confirmations.length === 0) return { meldingen, companions: undefined };
  return {
    meldingen,
    companions: [rowsOf(ANSWER_COLUMNS, answers), rowsOf(CONFIRMATION_COLUMNS, confirmations)],
  };
}
