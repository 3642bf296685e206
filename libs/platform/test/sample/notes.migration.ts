import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notes1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE note (id uuid PRIMARY KEY, text text NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE note`);
  }
}
