import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per request that creates something. The answer is sealed under the client's own key (contract 2). */
export class Idempotency1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_idempotency (
        scope text NOT NULL,
        key_hash bytea NOT NULL,
        request_hash bytea NOT NULL,
        answer bytea,
        running_until timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (scope, key_hash),
        CHECK (answer IS NOT NULL OR running_until IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX platform_idempotency_created ON platform_idempotency (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE platform_idempotency`);
  }
}
