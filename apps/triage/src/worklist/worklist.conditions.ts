import type { Actor } from '#platform';
import { referenceKey } from '../cases/reference-key.js';
import { searchText } from '../locations/search-text.js';
import type { SqlConditions } from '../queries/sql-conditions.js';
import type { WorklistQuery } from './worklist-query.dto.js';
import { positionOf } from './worklist-position.js';

/** Adds what is asked for to a query on `triage_case c` joined with its location `l`. */
export function wanted(conditions: SqlConditions, query: WorklistQuery, actor: Actor): void {
  const { queue, level, assignee, q, meldingId, cursor } = query;
  if (queue !== undefined) conditions.add(`c.queue = ${conditions.value(queue)}`);
  if (level !== undefined) conditions.add(`c.level = ${conditions.value(level)}`);
  if (meldingId !== undefined) conditions.add(`c.melding_id = ${conditions.value(meldingId)}::uuid`);
  if (assignee !== undefined) handledBy(conditions, assignee === 'me' ? actor.id : assignee);
  if (q !== undefined) mentions(conditions, q);
  status(conditions, query);
  if (cursor !== undefined) after(conditions, cursor);
}

function handledBy(conditions: SqlConditions, assignee: string): void {
  conditions.add(assignee === 'none' ? 'c.assignee IS NULL' : `c.assignee = ${conditions.value(assignee)}`);
}

/** Who looks for one case wants to find it closed too; a list of work holds what is left to do. */
function status(conditions: SqlConditions, { status: wantedStatus, q, meldingId }: WorklistQuery): void {
  if (wantedStatus !== undefined) conditions.add(`c.status = ${conditions.value(wantedStatus)}`);
  else if (q === undefined && meldingId === undefined) conditions.add('NOT c.closed');
}

/** Two searches, each with an index of its own, rather than one for which neither serves. */
function mentions(conditions: SqlConditions, q: string): void {
  const place = conditions.value(`%${likeLiteral(searchText(q))}%`);
  const reference = referenceKey(q);
  const searches = [
    `SELECT o.id FROM triage_case o JOIN triage_location p ON p.id = o.location_id WHERE p.search_text LIKE ${place}`,
  ];
  if (reference !== '') {
    const prefix = conditions.value(`${reference}%`);
    searches.push(`SELECT o.id FROM triage_case o WHERE o.reference_key LIKE ${prefix}`);
  }
  conditions.add(`c.id IN (${searches.join(' UNION ')})`);
}

const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function after(conditions: SqlConditions, cursor: string): void {
  const { urgency, dueAt, id } = positionOf(cursor);
  conditions.add(
    `(c.urgency, c.due_at, c.id) > (${conditions.value(urgency)}::smallint, ${conditions.value(dueAt)}::timestamptz, ${conditions.value(id)}::uuid)`,
  );
}
