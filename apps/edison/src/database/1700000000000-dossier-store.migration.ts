import { ENFORCEMENT_STATES, LICENCE_STATES } from '#contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

export class DossierStore1700000000000 implements MigrationInterface {
  name = 'DossierStore1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisator (
        id text PRIMARY KEY,
        name text NOT NULL,
        legal_form text NOT NULL,
        kbo_number text NOT NULL UNIQUE CHECK (kbo_number ~ '^[01][0-9]{9}$'),
        spoc text
      );
      CREATE TABLE location (
        id text PRIMARY KEY,
        organisator_id text NOT NULL REFERENCES organisator,
        name text NOT NULL,
        type text NOT NULL CHECK (type IN ('GROEPSOPVANG', 'GEZINSOPVANG')),
        municipality text NOT NULL,
        nis_code text NOT NULL CHECK (nis_code ~ '^[0-9]{5}$'),
        province text,
        licensed_places integer NOT NULL CHECK (licensed_places >= 0),
        income_tariff boolean NOT NULL,
        subsidy_step text,
        licence_state text NOT NULL CHECK (licence_state IN (${oneOf(LICENCE_STATES)})),
        enforcement_state text NOT NULL CHECK (enforcement_state IN (${oneOf(ENFORCEMENT_STATES)})),
        schorsing_ended_on date,
        risk_band text,
        revision integer NOT NULL CHECK (revision >= 1),
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX location_by_name ON location (name, id);
      CREATE INDEX location_by_organisator ON location (organisator_id);
      CREATE TABLE vergunning (
        id uuid PRIMARY KEY,
        location_id text NOT NULL UNIQUE REFERENCES location,
        places integer NOT NULL CHECK (places >= 0),
        state text NOT NULL CHECK (state IN (${oneOf(LICENCE_STATES)}))
      );
      CREATE TABLE vergunning_state (
        id uuid PRIMARY KEY,
        vergunning_id uuid NOT NULL REFERENCES vergunning,
        state text NOT NULL CHECK (state IN (${oneOf(LICENCE_STATES)})),
        effective_on date,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX vergunning_state_history ON vergunning_state (vergunning_id, recorded_at);
      CREATE TABLE handhaving_case (
        id uuid PRIMARY KEY,
        location_id text NOT NULL REFERENCES location,
        state text NOT NULL CHECK (state IN (${oneOf(ENFORCEMENT_STATES)}) AND state <> 'GEEN'),
        opened_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX handhaving_case_open ON handhaving_case (location_id) WHERE state <> 'AFGESLOTEN';
      CREATE TABLE handhaving_state (
        id uuid PRIMARY KEY,
        handhaving_id uuid NOT NULL REFERENCES handhaving_case,
        state text NOT NULL CHECK (state IN (${oneOf(ENFORCEMENT_STATES)})),
        previous_state text CHECK (previous_state IN (${oneOf(ENFORCEMENT_STATES)})),
        effective_on date,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX handhaving_state_history ON handhaving_state (handhaving_id, recorded_at);
      CREATE SEQUENCE dossier_number;
      CREATE SEQUENCE zaak_number;
      CREATE TABLE melding_link (
        melding_id uuid PRIMARY KEY,
        dossier_number text NOT NULL UNIQUE,
        zaak_number text NOT NULL UNIQUE,
        version integer NOT NULL CHECK (version >= 1),
        reference text NOT NULL,
        kind text NOT NULL,
        received_at timestamptz NOT NULL,
        fact_date date,
        location_ids text[] NOT NULL,
        themes text[] NOT NULL,
        level text CHECK (level IN ('CRISIS', 'HIGH', 'NORMAL', 'LOW')),
        status text NOT NULL,
        outcome text,
        handler text,
        registered_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX melding_link_by_receipt ON melding_link (received_at, melding_id);
      CREATE TABLE timeline_entry (
        id uuid PRIMARY KEY,
        location_id text REFERENCES location,
        type text NOT NULL CHECK (type IN ('MELDING', 'INSPECTION', 'COMPLAINT', 'HANDHAVING', 'RISK')),
        subject_id text NOT NULL,
        happened_at timestamptz NOT NULL,
        data jsonb NOT NULL,
        UNIQUE NULLS NOT DISTINCT (location_id, type, subject_id)
      );
      CREATE INDEX timeline_entry_newest ON timeline_entry (location_id, happened_at DESC, id DESC);
      CREATE INDEX timeline_entry_subject ON timeline_entry (type, subject_id);
      CREATE TABLE change_head (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        last_sequence bigint NOT NULL
      );
      INSERT INTO change_head (last_sequence) VALUES (0);
      CREATE TABLE change (
        sequence bigint PRIMARY KEY,
        type text NOT NULL CHECK (type IN ('LOCATION_CHANGED', 'HANDHAVING_STATE_CHANGED')),
        location_id text NOT NULL REFERENCES location,
        location jsonb,
        handhaving jsonb,
        recorded_at timestamptz NOT NULL,
        CHECK ((type = 'LOCATION_CHANGED') = (location IS NOT NULL)),
        CHECK ((type = 'HANDHAVING_STATE_CHANGED') = (handhaving IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE change, change_head, timeline_entry, melding_link, handhaving_state, handhaving_case,
        vergunning_state, vergunning, location, organisator;
      DROP SEQUENCE dossier_number, zaak_number;
    `);
  }
}
