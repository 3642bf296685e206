import type { SqlConditions } from '../queries/sql-conditions.js';
import type { Listing } from './listing.js';
import { poolsSeen, type Pool } from './pools.js';
import { ofStatus } from './worklist.conditions.js';

/** The first of the pools of which somebody sees every case; nothing when there is no such pool. */
export function poolSources(listing: Listing): string[] {
  const { criteria, query, sql, assignee } = listing;
  const pools = poolsSeen(criteria, query.queue);
  if (pools.length === 0) return [];
  const conditions = sql.apart();
  conditions.add('c.queue = part.queue AND c.team = part.team AND c.handler_role = part.handler_role');
  ofStatus(conditions, query);
  if (query.status === undefined) {
    if (assignee === 'none') conditions.add('c.assignee IS NULL');
    return [listing.firstOfParts(`SELECT * FROM ${listOf(sql, pools)}`, conditions)];
  }
  // The index of a status keeps cases without a handler apart: some statuses have all of them, others none.
  conditions.add('(c.assignee IS NULL) = part.nobody');
  const nobody = sql.value(assignee === 'none' ? [true] : [true, false]);
  const parts = `SELECT * FROM ${listOf(sql, pools)} CROSS JOIN unnest(${nobody}::boolean[]) AS holder (nobody)`;
  return [listing.firstOfParts(parts, conditions)];
}

function listOf(sql: SqlConditions, pools: readonly Pool[]): string {
  const queues = sql.value(pools.map(({ queue }) => queue));
  const teams = sql.value(pools.map(({ team }) => team));
  const roles = sql.value(pools.map(({ handlerRole }) => handlerRole));
  return `unnest(${queues}::text[], ${teams}::text[], ${roles}::text[]) AS pool (queue, team, handler_role)`;
}
