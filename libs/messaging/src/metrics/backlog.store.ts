import type { DataSource } from 'typeorm';

/** What waits now, and for how long, in seconds. */
export interface Backlog {
  outbox: number;
  outbox_age: number;
  parked: number;
  parked_age: number;
  dead_letters: number;
  work: number;
  work_age: number;
  failing: number;
  failing_age: number;
}

export async function readBacklog(dataSource: DataSource): Promise<Backlog> {
  const age = (column: string): string => `coalesce(extract(epoch FROM now() - min(${column})), 0)::float8`;
  const [row] = await dataSource.query<[Backlog]>(
    `SELECT o.*, p.*, d.*, w.*, f.* FROM
       (SELECT count(*)::int AS outbox, ${age('created_at')} AS outbox_age
        FROM messaging_outbox WHERE published_at IS NULL) o,
       (SELECT count(*)::int AS parked, ${age('parked_at')} AS parked_age
        FROM messaging_parked WHERE resolved_at IS NULL) p,
       (SELECT count(*)::int AS dead_letters FROM messaging_dead_letter) d,
       (SELECT count(*)::int AS work, ${age('due_at')} AS work_age
        FROM messaging_work WHERE done_at IS NULL AND due_at <= now()) w,
       (SELECT count(*)::int AS failing, ${age('created_at')} AS failing_age
        FROM messaging_work WHERE done_at IS NULL AND attempts > 0) f`,
  );
  return row;
}
