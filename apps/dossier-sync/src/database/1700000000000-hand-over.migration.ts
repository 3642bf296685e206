import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandOver1700000000000 implements MigrationInterface {
  name = 'HandOver1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_entry (
        melding_id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('WAITING', 'REGISTERED', 'REFUSED')),
        attempts integer NOT NULL CHECK (attempts >= 0),
        last_error text,
        dossier_number text,
        zaak_number text,
        registered_at timestamptz,
        store_version integer,
        revision integer NOT NULL,
        confirmed_revision integer NOT NULL,
        facts jsonb,
        level text,
        status text NOT NULL,
        handler text,
        waiting_since timestamptz NOT NULL,
        next_try_at timestamptz,
        delay_told_at timestamptz,
        owner text,
        CHECK (confirmed_revision <= revision),
        CHECK (state <> 'REGISTERED' OR (dossier_number IS NOT NULL AND registered_at IS NOT NULL)),
        CHECK (state <> 'REFUSED' OR owner IS NOT NULL)
      );
      CREATE INDEX ledger_entry_open ON ledger_entry (state, melding_id) WHERE state <> 'REGISTERED';
      CREATE TABLE feed_position (
        feed text PRIMARY KEY,
        last_sequence bigint NOT NULL,
        leased_by uuid,
        leased_until timestamptz
      );
      INSERT INTO feed_position (feed, last_sequence) VALUES ('EDISON', 0);
      CREATE TABLE quarantine_row (
        id uuid PRIMARY KEY,
        source text NOT NULL,
        source_id text NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL,
        owner text NOT NULL,
        quarantined_at timestamptz NOT NULL,
        UNIQUE (source, source_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quarantine_row, feed_position, ledger_entry');
  }
}
