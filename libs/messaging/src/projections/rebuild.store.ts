import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Projection } from './projection.js';

/** Live events of the projection wait at most so long for the rebuilt one to draw level. */
const DRAW_LEVEL_MS = 3_000;
const LOOK_AGAIN_MS = 50;
const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

/** A second set of a projection's tables, filled beside the ones in use, and put in their place when it is complete. */
export class RebuildStore {
  private readonly schema: string;

  constructor(
    private readonly dataSource: DataSource,
    /** Consumer group of the projection in use. */
    private readonly live: string,
    /** Consumer group that fills the second set. */
    private readonly rebuilt: string,
    private readonly projection: Projection,
  ) {
    this.schema = identifier(`rebuild_${projection.name}`);
  }

  /** Makes empty tables beside those in use, after clearing away what a killed rebuild left. */
  async open(): Promise<void> {
    await this.discard();
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`CREATE SCHEMA ${this.schema}`);
      for (const { table } of this.projection.tables) {
        const name = identifier(table);
        await manager.query(`CREATE TABLE ${this.schema}.${name} (LIKE ${name} INCLUDING ALL)`);
      }
    });
  }

  /** Makes the transaction write the second set: its tables hide those in use. Nothing is added while it is put in place. */
  async enter(manager: EntityManager): Promise<void> {
    await manager.query(
      `SELECT pg_advisory_xact_lock_shared(hashtextextended($2, 8)),
         set_config('search_path', $1 || ', ' || current_setting('search_path'), true)`,
      [this.schema, this.rebuilt],
    );
  }

  /**
   * Puts the second set in place, with its inbox and what it parked, in one transaction during which the projection in
   * use takes no events. Readers see the old rows until the commit.
   * @returns number of events it was made of; null when events that the projection in use has are still missing
   */
  replace(): Promise<number | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [this.live]);
      if (!(await this.drawsLevel(manager))) return null;
      // From here on the second set stands still too: what it took between the copy of its rows and that of its inbox
      // would be known as handled, and missing.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [this.rebuilt]);
      for (const { table, rows = 'true' } of this.projection.tables) {
        const name = identifier(table);
        await manager.query(`DELETE FROM ${name} WHERE ${rows}`);
        await manager.query(
          `INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM ${this.schema}.${name}`,
        );
      }
      await manager.query(
        `DELETE FROM messaging_parked l WHERE consumer = $1 AND (resolved_at IS NULL OR EXISTS (
           SELECT FROM messaging_parked r
           WHERE r.consumer = $2 AND r.source = l.source AND r.event_id = l.event_id))`,
        [this.live, this.rebuilt],
      );
      await manager.query('UPDATE messaging_parked SET consumer = $1 WHERE consumer = $2', [
        this.live,
        this.rebuilt,
      ]);
      await manager.query('DELETE FROM messaging_inbox WHERE consumer = $1', [this.live]);
      const [, events] = await manager.query<[unknown, number]>(
        'UPDATE messaging_inbox SET consumer = $1 WHERE consumer = $2',
        [this.live, this.rebuilt],
      );
      return events;
    });
  }

  /** Takes away the second set and every trace of the group that filled it, also of earlier ones that were killed. */
  async discard(): Promise<void> {
    await this.dataSource.query(`DROP SCHEMA IF EXISTS ${this.schema} CASCADE`);
    for (const table of ['messaging_inbox', 'messaging_parked', 'messaging_progress']) {
      await this.dataSource.query(`DELETE FROM ${table} WHERE starts_with(consumer, $1)`, [`${this.live}.`]);
    }
  }

  /** Waits until the second set has taken, or parked, every event that the projection in use has. */
  private async drawsLevel(manager: EntityManager): Promise<boolean> {
    for (const until = Date.now() + DRAW_LEVEL_MS; ; await sleep(LOOK_AGAIN_MS)) {
      const [row] = await manager.query<[{ missing: boolean }]>(
        `SELECT EXISTS (
           SELECT source, event_id FROM messaging_inbox WHERE consumer = $1
           UNION ALL SELECT source, event_id FROM messaging_parked WHERE consumer = $1 AND resolved_at IS NULL
           EXCEPT (SELECT source, event_id FROM messaging_inbox WHERE consumer = $2
             UNION ALL SELECT source, event_id FROM messaging_parked WHERE consumer = $2)) AS missing`,
        [this.live, this.rebuilt],
      );
      if (!row.missing) return true;
      if (Date.now() > until) return false;
    }
  }
}

/** @throws when it is no plain name: it becomes part of a statement */
function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`${name} cannot be the name of a table or projection`);
  return name;
}
