import type { Actor } from '#platform';
import { Listing } from './listing.js';
import type { WorklistQuery } from './worklist-query.dto.js';
import { sourcesOf } from './worklist.sources.js';

/**
 * The statement that reads a page and one case more, in the order of work. Cases are chosen by indexes alone; only
 * then are their rows read, each by its id: a join that the planner is free to make otherwise could read them all.
 */
export function worklistStatement(query: WorklistQuery, actor: Actor): { text: string; values: unknown[] } {
  const listing = new Listing(query, actor);
  // A case that several sources give is there once.
  const sources = sourcesOf(listing).map((source) => `(${source})`);
  const text = `SELECT c.id, c.melding_id, c.reference, c.kind, c.level, c.urgency, c.location_id, l.name, l.municipality,
      c.queue, c.team, c.handler_role, c.assignee, c.status, c.due_at, c.clocks, c.picked_up_at, c.received_at,
      c.flags, jsonb_path_query_array(c.reasons, '$[*].code') AS reason_codes
    FROM (SELECT * FROM (${sources.join(' UNION ') || NONE}) AS found
      ORDER BY urgency, due_at, id LIMIT ${listing.rows}) AS listed
    CROSS JOIN LATERAL (SELECT * FROM triage_case WHERE id = listed.id LIMIT 1) AS c
    LEFT JOIN triage_location l ON l.id = c.location_id
    ORDER BY listed.urgency, listed.due_at, listed.id`;
  return { text, values: listing.sql.values };
}

/** For somebody of whose business no case can be. */
const NONE = 'SELECT id, urgency, due_at FROM triage_case WHERE false';
