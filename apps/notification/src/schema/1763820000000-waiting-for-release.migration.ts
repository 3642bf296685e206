import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds acknowledgements that wait for a judgement, longest first; few at a time. */
export class WaitingForRelease1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX message_not_released ON message (requested_at) WHERE released_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX message_not_released');
  }
}
