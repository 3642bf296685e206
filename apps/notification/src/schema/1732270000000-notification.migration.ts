import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notification1732270000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        purpose text NOT NULL,
        subject_id uuid NOT NULL,
        reference text NOT NULL,
        occasion text NOT NULL,
        recipient_token text NOT NULL,
        staff_username text,
        template text NOT NULL,
        template_version text NOT NULL,
        channel text NOT NULL,
        facts jsonb NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        released_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        sent_at timestamptz,
        CONSTRAINT one_message_per_occasion_and_recipient UNIQUE (subject_id, purpose, occasion, recipient_token)
      )`);
    await runner.query('CREATE INDEX message_by_reference ON message (reference, id)');
    await runner.query('CREATE INDEX message_by_subject ON message (subject_id, id)');
    await runner.query(`
      CREATE TABLE delivery_attempt (
        message_id uuid NOT NULL REFERENCES message (id),
        attempt integer NOT NULL,
        attempted_at timestamptz NOT NULL,
        outcome text NOT NULL,
        reason text,
        smtp_status text,
        PRIMARY KEY (message_id, attempt)
      )`);
    await runner.query(`
      CREATE TABLE judgement (
        melding_id uuid PRIMARY KEY,
        level text NOT NULL,
        judged_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_attempt, message, judgement');
  }
}
