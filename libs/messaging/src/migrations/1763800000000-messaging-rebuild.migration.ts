import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was asked of projections, and what is needed to find handled things by their age. */
export class MessagingRebuild1763800000000 implements MigrationInterface {
  name = 'MessagingRebuild1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messaging_rebuild (
        projection text PRIMARY KEY,
        asked_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        events integer,
        failure text);

      CREATE INDEX messaging_parked_resolved ON messaging_parked (resolved_at) WHERE resolved_at IS NOT NULL;
      -- Of a few pages only, since rows come in order of time: the inbox is written for every event.
      CREATE INDEX messaging_inbox_handled ON messaging_inbox USING brin (handled_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE messaging_rebuild; DROP INDEX messaging_parked_resolved, messaging_inbox_handled',
    );
  }
}
