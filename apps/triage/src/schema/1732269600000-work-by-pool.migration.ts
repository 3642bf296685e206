import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each way to ask for work has an index that holds what is asked in the order of the list, so that a page is read from
 * its place and nothing else is (docs/decisions/0203). They take the place of one index per property, of which only
 * one can serve at a time.
 */
export class WorkByPool1732269600000 implements MigrationInterface {
  name = 'WorkByPool1732269600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX triage_case_open_team, triage_case_open_queue, triage_case_open_handler_role, triage_case_open_assignee,
        triage_case_status, triage_case_location;
      CREATE INDEX triage_case_open_pool ON triage_case (queue, team, handler_role, urgency, due_at, id)
        WHERE NOT closed;
      CREATE INDEX triage_case_unassigned_pool ON triage_case (queue, team, handler_role, urgency, due_at, id)
        WHERE NOT closed AND assignee IS NULL;
      CREATE INDEX triage_case_status_pool ON triage_case
        (status, (assignee IS NULL), queue, team, handler_role, urgency, due_at, id) INCLUDE (assignee);
      CREATE INDEX triage_case_open_assignee ON triage_case (assignee, queue, urgency, due_at, id)
        WHERE NOT closed AND assignee IS NOT NULL;
      CREATE INDEX triage_case_assignee_status ON triage_case (assignee, status, queue, urgency, due_at, id)
        WHERE assignee IS NOT NULL;
      CREATE INDEX triage_case_assignee_location ON triage_case (assignee, location_id, urgency, due_at, id)
        WHERE assignee IS NOT NULL;
      CREATE INDEX triage_case_open_location ON triage_case (location_id, queue, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_location_status ON triage_case
        (location_id, status, team, handler_role, urgency, due_at, id) INCLUDE (queue);
      CREATE INDEX triage_case_location ON triage_case (location_id, queue, urgency, due_at, id);
      CREATE INDEX triage_case_unassigned_location ON triage_case
        (location_id, team, handler_role, urgency, due_at, id) INCLUDE (queue) WHERE assignee IS NULL;
      CREATE INDEX triage_case_location_pool ON triage_case
        (location_id, team, handler_role, urgency, due_at, id) INCLUDE (queue);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX triage_case_open_pool, triage_case_unassigned_pool, triage_case_status_pool, triage_case_open_assignee,
        triage_case_assignee_status, triage_case_assignee_location, triage_case_open_location, triage_case_location_status, triage_case_location, triage_case_unassigned_location, triage_case_location_pool;
      CREATE INDEX triage_case_open_team ON triage_case (team, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_queue ON triage_case (queue, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_handler_role ON triage_case (handler_role, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_open_assignee ON triage_case (assignee, urgency, due_at, id) WHERE NOT closed;
      CREATE INDEX triage_case_status ON triage_case (status, urgency, due_at, id);
      CREATE INDEX triage_case_location ON triage_case (location_id);
    `);
  }
}
