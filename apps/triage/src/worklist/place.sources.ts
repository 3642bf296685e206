import type { SqlConditions } from '../queries/sql-conditions.js';
import { onlyVisible } from '../visibility/visible-cases.js';
import type { Listing } from './listing.js';
import { TEAM_POOLS, teamPoolsSeen, type TeamPool } from './pools.js';
import { metWhileReading, ofStatus, queuesOf } from './worklist.conditions.js';
import { ofPlace } from './worklist-search.js';

/** That a case is about such a location, as a condition on `triage_case c`. */
export const atPlace = (sql: SqlConditions, q: string): string =>
  `c.location_id IN (SELECT l.id FROM triage_location l WHERE ${ofPlace(sql, q)})`;

/** The first cases of each location of whose organisator somebody is the SPOC, and whose name fits if one is asked for. */
export function spocSources(listing: Listing): string[] {
  const { criteria, query, sql } = listing;
  return criteria.flatMap((criterion) => {
    if (criterion.by !== 'SPOC') return [];
    const which = [`l.spoc = ${sql.value(criterion.username)}`];
    if (query.q !== undefined) which.push(ofPlace(sql, query.q));
    return [ofPlaces(listing, which)];
  });
}

/** The first cases that somebody sees of each location whose name or municipality holds what was typed. */
export function foundPlaces(listing: Listing, q: string): string[] {
  const { everything, criteria, sql } = listing;
  if (everything) return [ofPlaces(listing, [ofPlace(sql, q)])];
  const seen = teamPoolsSeen(criteria);
  const ofTeams = seen.length === 0 ? [] : [ofPoolsAtPlaces(listing, [ofPlace(sql, q)], seen)];
  return [...spocSources(listing), ...ofTeams];
}

/** All cases of locations: indexes have them by queue, and of one status or without a handler by team and function. */
function ofPlaces(listing: Listing, which: string[]): string {
  const { sql, query, assignee } = listing;
  if (query.status !== undefined || (query.q !== undefined && assignee === 'none')) {
    return ofPoolsAtPlaces(listing, which, TEAM_POOLS);
  }
  const conditions = sql.apart();
  conditions.add('c.queue = part.queue');
  metWhileReading(conditions, { assignee });
  const parts = `SELECT l.id, queue.name AS queue FROM triage_location l CROSS JOIN ${queuesOf(sql, query)}
    WHERE ${which.join(' AND ')}`;
  return ofEach(listing, parts, conditions);
}

function ofPoolsAtPlaces(listing: Listing, which: string[], pools: readonly TeamPool[]): string {
  const { sql, query, assignee } = listing;
  const teams = sql.value(pools.map(({ team }) => team));
  const roles = sql.value(pools.map(({ handlerRole }) => handlerRole));
  const conditions = sql.apart();
  conditions.add('c.team = part.team AND c.handler_role = part.handler_role');
  if (assignee === 'none') conditions.add('c.assignee IS NULL');
  metWhileReading(conditions, { queue: query.queue });
  const parts = `SELECT l.id, pool.team, pool.handler_role FROM triage_location l
    CROSS JOIN unnest(${teams}::text[], ${roles}::text[]) AS pool (team, handler_role)
    WHERE ${which.join(' AND ')}`;
  return ofEach(listing, parts, conditions);
}

/** Cases of one handler at the locations whose name or municipality holds what was typed. */
export function handledAtPlaces(listing: Listing, q: string, username: string): string {
  const { sql, criteria, query, actor } = listing;
  const conditions = sql.apart();
  conditions.add(`c.assignee = ${sql.value(username)} AND c.location_id = part.id`);
  if (username !== actor.id) onlyVisible(conditions, criteria);
  ofStatus(conditions, query);
  metWhileReading(conditions, { queue: query.queue });
  return listing.firstOfParts(`SELECT l.id FROM triage_location l WHERE ${ofPlace(sql, q)}`, conditions);
}

function ofEach(listing: Listing, parts: string, conditions: SqlConditions): string {
  conditions.add('c.location_id = part.id');
  ofStatus(conditions, listing.query);
  return listing.firstOfParts(parts, conditions);
}
