import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reconciliation1700000000001 implements MigrationInterface {
  name = 'Reconciliation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entry ADD received_at timestamptz;
      UPDATE ledger_entry SET received_at = (facts ->> 'receivedAt')::timestamptz WHERE facts IS NOT NULL;
      ALTER TABLE ledger_entry ADD CHECK ((facts IS NULL) = (received_at IS NULL));
      CREATE INDEX ledger_entry_by_receipt ON ledger_entry (received_at, melding_id);
      CREATE TABLE reconciliation_run (
        id uuid PRIMARY KEY,
        night date UNIQUE,
        requested_by text,
        received_from timestamptz NOT NULL,
        received_until timestamptz NOT NULL CHECK (received_until > received_from),
        state text NOT NULL CHECK (state IN ('RUNNING', 'FINISHED')),
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        read integer NOT NULL,
        matching integer NOT NULL,
        open integer NOT NULL,
        CHECK ((state = 'FINISHED') = (ended_at IS NOT NULL))
      );
      CREATE TABLE reconciliation_difference (
        run_id uuid NOT NULL REFERENCES reconciliation_run,
        melding_id uuid NOT NULL,
        difference text NOT NULL CHECK (difference IN ('MISSING_IN_STORE', 'MISSING_IN_LEDGER', 'CONTENT_DIFFERS')),
        owner text NOT NULL,
        PRIMARY KEY (run_id, melding_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reconciliation_difference, reconciliation_run;
      ALTER TABLE ledger_entry DROP received_at;
    `);
  }
}
