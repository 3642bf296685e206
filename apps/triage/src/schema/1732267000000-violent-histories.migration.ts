import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of violence about a location by time: few among many, and R-C8 looks for the nearest of them. */
export class ViolentHistories1732267000000 implements MigrationInterface {
  name = 'ViolentHistories1732267000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX triage_location_history_violent ON triage_location_history (location_id, received_at)
        WHERE violence_or_unexplained_injury`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX triage_location_history_violent');
  }
}
