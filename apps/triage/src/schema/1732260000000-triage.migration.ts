import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases, their history and decisions, and the projections that context rules read. Nothing personal stands in
 * clear: what staff write is sealed with a key per case (architecture.md 6).
 */
export class Triage1732260000000 implements MigrationInterface {
  name = 'Triage1732260000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECTIONS);
    await runner.query(CASES);
    await runner.query(CASE_INDEXES);
    await runner.query(CASE_RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE triage_decision, triage_case_event, triage_case, triage_location_history, triage_location`,
    );
    await runner.query(`DROP FUNCTION triage_refuse_change`);
  }
}

const PROJECTIONS = `
  CREATE TABLE triage_location (
    id text PRIMARY KEY,
    revision integer NOT NULL,
    name text NOT NULL, municipality text NOT NULL, province text,
    search_text text NOT NULL,
    spoc text,
    licence_state text NOT NULL, enforcement_state text NOT NULL,
    schorsing_ended_on date, risk_band text,
    changed_at timestamptz NOT NULL);
  CREATE INDEX triage_location_spoc ON triage_location (spoc);

  CREATE TABLE triage_location_history (
    location_id text NOT NULL, melding_id uuid NOT NULL,
    kind text NOT NULL, submitter_key text,
    received_at timestamptz NOT NULL,
    violence_or_unexplained_injury boolean NOT NULL,
    PRIMARY KEY (location_id, melding_id));
  CREATE INDEX triage_location_history_window ON triage_location_history (location_id, received_at);
`;

const CASES = `
  CREATE TABLE triage_case (
    id uuid PRIMARY KEY,
    melding_id uuid NOT NULL UNIQUE,
    reference text NOT NULL, reference_key text NOT NULL,
    kind text NOT NULL,
    facts jsonb NOT NULL,
    location_id text, location_ids text[] NOT NULL,
    received_at timestamptz NOT NULL, opened_at timestamptz NOT NULL,
    level text NOT NULL CHECK (level IN ('CRISIS', 'HIGH', 'NORMAL', 'LOW')),
    urgency smallint NOT NULL GENERATED ALWAYS AS (
      CASE level WHEN 'CRISIS' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'NORMAL' THEN 2 ELSE 3 END) STORED,
    reasons jsonb NOT NULL CHECK (jsonb_array_length(reasons) > 0),
    flags text[] NOT NULL, policy_version text NOT NULL, text_read boolean NOT NULL,
    queue text NOT NULL, team text NOT NULL, handler_role text NOT NULL,
    status text NOT NULL, assignee text,
    clocks jsonb NOT NULL, due_at timestamptz NOT NULL, picked_up_at timestamptz,
    triaged_at timestamptz, crisis_raised_at timestamptz, crisis_acknowledged_at timestamptz,
    note_key bytea,
    version integer NOT NULL,
    -- No crisis without its alarm (domain.md 3.1).
    CHECK (level <> 'CRISIS' OR crisis_raised_at IS NOT NULL));
`;

const CASE_INDEXES = `
  CREATE INDEX triage_case_order ON triage_case (urgency, due_at, id);
  CREATE INDEX triage_case_team ON triage_case (team, urgency, due_at, id);
  CREATE INDEX triage_case_queue ON triage_case (queue, urgency, due_at, id);
  CREATE INDEX triage_case_level ON triage_case (level, due_at, id);
  CREATE INDEX triage_case_status ON triage_case (status, urgency, due_at, id);
  CREATE INDEX triage_case_handler_role ON triage_case (handler_role, urgency, due_at, id);
  CREATE INDEX triage_case_assignee ON triage_case (assignee, urgency, due_at, id);
  CREATE INDEX triage_case_location ON triage_case (location_id);
  CREATE INDEX triage_case_reference ON triage_case (reference_key text_pattern_ops);
`;

const CASE_RECORDS = `
  CREATE TABLE triage_case_event (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    case_id uuid NOT NULL REFERENCES triage_case,
    at timestamptz NOT NULL, type text NOT NULL, actor text NOT NULL,
    detail jsonb NOT NULL, sealed_reason bytea);
  CREATE INDEX triage_case_event_case ON triage_case_event (case_id, position);

  CREATE TABLE triage_decision (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    case_id uuid NOT NULL REFERENCES triage_case,
    decided_at timestamptz NOT NULL, cause text NOT NULL,
    policy_version text NOT NULL, policy_hash text NOT NULL,
    facts jsonb NOT NULL, contexts jsonb NOT NULL,
    level text NOT NULL, reasons jsonb NOT NULL, flags text[] NOT NULL, text_read boolean NOT NULL);
  CREATE INDEX triage_decision_case ON triage_decision (case_id, position);

  -- What was decided and done stays as it was (domain.md 3.2.7, 9.8).
  CREATE FUNCTION triage_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME; END $$;
  CREATE TRIGGER triage_case_event_append_only BEFORE UPDATE OR DELETE ON triage_case_event
    FOR EACH ROW EXECUTE FUNCTION triage_refuse_change();
  CREATE TRIGGER triage_decision_append_only BEFORE UPDATE OR DELETE ON triage_decision
    FOR EACH ROW EXECUTE FUNCTION triage_refuse_change();
`;
