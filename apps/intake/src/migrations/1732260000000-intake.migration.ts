import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meldingen as codes, their words and identities sealed in a table of their own, what other services told about
 * them, and what is known of locations. No column but those of `melding_vault` holds anything personal, and that
 * one only sealed (domain.md 9.3).
 */
export class Intake1732260000000 implements MigrationInterface {
  name = 'Intake1732260000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE melding (
        id uuid PRIMARY KEY,
        reference text NOT NULL CONSTRAINT melding_reference_unique UNIQUE,
        kind text NOT NULL,
        submitter_type text NOT NULL,
        identity_mode text NOT NULL,
        submitter_key text,
        channel text NOT NULL,
        language text NOT NULL,
        preferred_channel text,
        received_at timestamptz NOT NULL,
        fact_day date,
        fact_at timestamptz,
        location_ids text[] NOT NULL,
        location_described boolean NOT NULL,
        answers jsonb NOT NULL,
        themes text[] NOT NULL,
        already_reported_to text[] NOT NULL,
        parents_informed text NOT NULL,
        consent_to_share_identity boolean NOT NULL,
        personeelstekort jsonb,
        inspectie_advies jsonb,
        reachable_by_email boolean NOT NULL,
        reachable_by_phone boolean NOT NULL,
        admissibility_missing text[] NOT NULL,
        entered_by text,
        follow_up_hash bytea NOT NULL CONSTRAINT melding_follow_up_unique UNIQUE,
        content_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE melding_vault (
        melding_id uuid PRIMARY KEY,
        wrapped_key bytea NOT NULL,
        identity bytea NOT NULL,
        content bytea NOT NULL
      );

      CREATE TABLE melding_handling (
        melding_id uuid PRIMARY KEY,
        status text NOT NULL,
        queue text,
        team text,
        handler_role text,
        assignee text
      );

      CREATE TABLE trace_step (
        id uuid PRIMARY KEY,
        melding_id uuid NOT NULL,
        step text NOT NULL,
        at timestamptz NOT NULL,
        confirmed_by text NOT NULL,
        event_id text,
        UNIQUE (melding_id, step, event_id)
      );
      CREATE INDEX trace_step_melding ON trace_step (melding_id, at);

      CREATE TABLE location (
        id text PRIMARY KEY,
        revision integer NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        municipality text NOT NULL,
        spoc text,
        search_text text NOT NULL
      );

      CREATE TABLE receipt_key (
        key_id text PRIMARY KEY,
        public_jwk jsonb NOT NULL,
        sealed_private_key bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE confirmation (
        token_hash bytea PRIMARY KEY,
        sealed bytea NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX confirmation_expires ON confirmation (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE confirmation, receipt_key, location, trace_step, melding_handling, melding_vault, melding`);
  }
}
