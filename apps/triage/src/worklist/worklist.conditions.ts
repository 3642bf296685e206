import { LEVELS, QUEUES } from '#contracts';
import type { SqlConditions } from '../queries/sql-conditions.js';
import type { WorklistQuery } from './worklist-query.dto.js';
import { positionOf } from './worklist-position.js';

// What is asked of a case, for a query on `triage_case c`.

/**
 * Who looks for one case wants to find it closed too; a list of work holds what is left to do. That a status is an open
 * one is not said besides: the database takes it for a further limit, expects few rows, and sorts instead of reading
 * them in order.
 */
export function ofStatus(conditions: SqlConditions, { status, q, meldingId }: WorklistQuery): void {
  if (status !== undefined) conditions.add(`c.status = ${conditions.value(status)}`);
  else if (q === undefined && meldingId === undefined) conditions.add('NOT c.closed');
}

/**
 * What no index of the list has beside what it is entered by, so that it is met while reading. Written such that the
 * database does not try: it would read all of a queue, or all that have no handler, from another index to compare.
 */
export function metWhileReading(
  conditions: SqlConditions,
  { queue, assignee }: Pick<WorklistQuery, 'queue' | 'assignee'>,
): void {
  if (queue !== undefined) conditions.add(`(c.queue = ${conditions.value(queue)}) IS TRUE`);
  if (assignee === 'none') conditions.add(`coalesce(c.assignee, '') = ''`);
  else if (assignee !== undefined) conditions.add(`(c.assignee = ${conditions.value(assignee)}) IS TRUE`);
}

/** The queues that are asked for, to be searched one by one: `queue (name)`. */
export const queuesOf = (conditions: SqlConditions, { queue }: WorklistQuery): string =>
  `unnest(${conditions.value(queue === undefined ? QUEUES : [queue])}::text[]) AS queue (name)`;

/**
 * The part of the list that is asked for: one level, what comes after the cursor. With a level the comparison leaves
 * the urgency out: with both, an index is read from the beginning of the level instead of from the cursor.
 */
export function fromPlace(conditions: SqlConditions, { level, cursor }: WorklistQuery): void {
  const wanted = level === undefined ? undefined : LEVELS.indexOf(level);
  if (wanted !== undefined) conditions.add(`c.urgency = ${conditions.value(wanted)}::smallint`);
  if (cursor === undefined) return;
  const { urgency, dueAt, id } = positionOf(cursor);
  // A cursor of another level: all of this one comes after it, or nothing.
  if (wanted !== undefined && wanted !== urgency) {
    if (wanted < urgency) conditions.add('false');
    return;
  }
  const [columns, values] = [
    ['c.due_at', 'c.id'],
    [`${conditions.value(dueAt)}::timestamptz`, `${conditions.value(id)}::uuid`],
  ];
  if (wanted === undefined) {
    columns.unshift('c.urgency');
    values.unshift(`${conditions.value(urgency)}::smallint`);
  }
  conditions.add(`(${columns.join(', ')}) > (${values.join(', ')})`);
}
