import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a hand-over before its answer, lateness and pace, who has a case, and bounces. */
export class HandOver1732360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message
        ADD COLUMN occurred_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN slot_at timestamptz,
        ADD COLUMN uncertain_since timestamptz,
        ADD COLUMN asked_at timestamptz,
        ADD COLUMN settled_at timestamptz,
        ADD COLUMN combined_into uuid REFERENCES message (id)`);
    await runner.query('UPDATE message SET occurred_at = requested_at');
    await runner.query(`
      CREATE INDEX message_for_a_person ON message (state, id)
      WHERE state IN ('UNCERTAIN', 'FAILED', 'BOUNCED')`);
    await runner.query('CREATE INDEX message_in_a_slot ON message (slot_at) WHERE slot_at IS NOT NULL');
    await runner.query(
      'CREATE INDEX message_combined ON message (combined_into) WHERE combined_into IS NOT NULL',
    );
    await runner.query(`CREATE INDEX message_due_to ON message (recipient_token) WHERE state = 'PENDING'`);
    await runner.query(`CREATE INDEX message_alerts ON message (requested_at) WHERE purpose = 'DUTY_ALERT'`);
    await runner.query('ALTER TABLE delivery_attempt ADD COLUMN provider text');
    await runner.query(`
      CREATE TABLE late_pace (
        id smallint PRIMARY KEY CHECK (id = 1),
        next_at timestamptz NOT NULL
      )`);
    await runner.query('INSERT INTO late_pace VALUES (1, now())');
    await runner.query(`
      CREATE TABLE case_holder (
        melding_id uuid PRIMARY KEY,
        assignee text,
        is_closed boolean NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_holder, late_pace');
    await runner.query('ALTER TABLE delivery_attempt DROP COLUMN provider');
    await runner.query(
      'DROP INDEX message_for_a_person, message_in_a_slot, message_combined, message_due_to, message_alerts',
    );
    await runner.query(`
      ALTER TABLE message
        DROP COLUMN occurred_at, DROP COLUMN slot_at, DROP COLUMN uncertain_since, DROP COLUMN asked_at,
        DROP COLUMN settled_at, DROP COLUMN combined_into`);
  }
}
