import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Worklists hold what is left to do, a small part of all cases after some years: their indexes cover open cases
 * only. The closed statuses are those of domain.md 4.1 (`CLOSED_STATUSES`).
 */
export class OpenWork1732262400000 implements MigrationInterface {
  name = 'OpenWork1732262400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE triage_case ADD COLUMN closed boolean NOT NULL GENERATED ALWAYS AS (
        status IN ('CLOSED_RESOLVED', 'CLOSED_UNFOUNDED', 'CLOSED_NOT_HANDLED', 'REFERRED', 'INADMISSIBLE',
          'WITHDRAWN', 'SEALED', 'MERGED')) STORED;
      DROP INDEX triage_case_order, triage_case_team, triage_case_queue, triage_case_level,
        triage_case_handler_role, triage_case_assignee;
      CREATE INDEX triage_case_open ON triage_case (urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_team ON triage_case (team, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_queue ON triage_case (queue, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_handler_role ON triage_case (handler_role, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_assignee ON triage_case (assignee, urgency, due_at, id) WHERE NOT closed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE triage_case DROP COLUMN closed;
      CREATE INDEX triage_case_order ON triage_case (urgency, due_at, id);
      CREATE INDEX triage_case_team ON triage_case (team, urgency, due_at, id);
      CREATE INDEX triage_case_queue ON triage_case (queue, urgency, due_at, id);
      CREATE INDEX triage_case_level ON triage_case (level, due_at, id);
      CREATE INDEX triage_case_handler_role ON triage_case (handler_role, urgency, due_at, id);
      CREATE INDEX triage_case_assignee ON triage_case (assignee, urgency, due_at, id);
    `);
  }
}
