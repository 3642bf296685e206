import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What intake counts, and since when a later change of a registered melding is open. */
export class AcceptedCount1700000000002 implements MigrationInterface {
  name = 'AcceptedCount1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entry ADD change_open_since timestamptz;
      UPDATE ledger_entry SET change_open_since = now() WHERE state = 'REGISTERED' AND confirmed_revision < revision;
      CREATE INDEX ledger_entry_change_open ON ledger_entry (melding_id) WHERE change_open_since IS NOT NULL;
      CREATE INDEX ledger_entry_owned ON ledger_entry (owner, melding_id) WHERE owner IS NOT NULL;
      ALTER TABLE reconciliation_run
        ADD accepted integer NOT NULL DEFAULT 0,
        ADD registered integer NOT NULL DEFAULT 0,
        ADD waiting integer NOT NULL DEFAULT 0,
        ADD refused integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT reconciliation_run_adds_up CHECK (accepted = registered + waiting + refused);
      ALTER TABLE reconciliation_difference
        DROP CONSTRAINT reconciliation_difference_difference_check,
        ADD CONSTRAINT reconciliation_difference_kind CHECK (difference IN
          ('MISSING_IN_STORE', 'MISSING_IN_LEDGER', 'CONTENT_DIFFERS', 'NEVER_HEARD_OF', 'MISSING_AT_INTAKE'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reconciliation_difference WHERE difference IN ('NEVER_HEARD_OF', 'MISSING_AT_INTAKE');
      ALTER TABLE reconciliation_difference
        DROP CONSTRAINT reconciliation_difference_kind,
        ADD CONSTRAINT reconciliation_difference_difference_check
          CHECK (difference IN ('MISSING_IN_STORE', 'MISSING_IN_LEDGER', 'CONTENT_DIFFERS'));
      ALTER TABLE reconciliation_run
        DROP CONSTRAINT reconciliation_run_adds_up,
        DROP accepted, DROP registered, DROP waiting, DROP refused;
      DROP INDEX ledger_entry_owned, ledger_entry_change_open;
      ALTER TABLE ledger_entry DROP change_open_since;
    `);
  }
}
