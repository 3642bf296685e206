import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in about a location, ordered by who told it, so that a step in the index passes over all of one person. */
export class HistoriesBySubmitter1732266000000 implements MigrationInterface {
  name = 'HistoriesBySubmitter1732266000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE triage_location_history ADD COLUMN submitter text NOT NULL
        GENERATED ALWAYS AS (coalesce(submitter_key, melding_id::text)) STORED;
      CREATE INDEX triage_location_history_submitter ON triage_location_history
        (location_id, submitter, kind, violence_or_unexplained_injury, received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE triage_location_history DROP COLUMN submitter');
  }
}
