import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PortalSession1730000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE portal_session (
        id_hash bytea PRIMARY KEY,
        sealed bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
      )`);
    await runner.query(`CREATE INDEX portal_session_expires_at ON portal_session (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE portal_session`);
  }
}
