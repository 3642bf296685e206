import type { SqlConditions } from '../queries/sql-conditions.js';
import { onlyVisible } from '../visibility/visible-cases.js';
import type { Listing } from './listing.js';
import { atPlace, foundPlaces, handledAtPlaces, spocSources } from './place.sources.js';
import { poolSources } from './pool.sources.js';
import { metWhileReading, ofStatus, queuesOf } from './worklist.conditions.js';
import { ofReference } from './worklist-search.js';

/**
 * Queries whose results together hold the first rows of a list. Each goes to the beginning of its part in an index
 * that has the order of work and reads a page from there, so that none reads more when there are more cases
 * (docs/decisions/0205 names what is met while reading instead).
 */
export function sourcesOf(listing: Listing): string[] {
  const { query, criteria, everything, assignee, actor } = listing;
  const { meldingId, q, queue, status } = query;
  if (criteria.length === 0) return [];
  if (meldingId !== undefined) return [ofMelding(listing, meldingId)];
  if (q !== undefined) return foundBy(listing, q);
  if (assignee !== undefined && assignee !== 'none') return [handled(listing, assignee)];
  if (everything && queue === undefined && status === undefined && assignee === undefined) {
    return [narrowed(listing, listing.sql.apart())];
  }
  const sources = [...poolSources(listing), ...spocSources(listing)];
  // What somebody has in hand is seen whosever it is.
  return everything || assignee === 'none' ? sources : [...sources, handled(listing, actor.id)];
}

/** Whatever is asked of a case besides what an index is entered by. */
function narrowed(listing: Listing, conditions: SqlConditions): string {
  const { criteria, query, assignee } = listing;
  onlyVisible(conditions, criteria);
  ofStatus(conditions, query);
  metWhileReading(conditions, { queue: query.queue, assignee });
  return listing.first(conditions);
}

function handled(listing: Listing, username: string): string {
  const { criteria, query, sql, actor } = listing;
  const conditions = having(sql, `c.assignee = ${sql.value(username)} AND c.queue = part.queue`);
  ofStatus(conditions, query);
  if (username !== actor.id) onlyVisible(conditions, criteria);
  return listing.firstOfParts(`SELECT queue.name AS queue FROM ${queuesOf(sql, query)}`, conditions);
}

function ofMelding(listing: Listing, meldingId: string): string {
  const { sql, query } = listing;
  const conditions = having(sql, `c.melding_id = ${sql.value(meldingId)}::uuid`);
  if (query.q !== undefined) {
    const found = [atPlace(sql, query.q), ofReference(sql, query.q) ?? 'false'];
    conditions.add(`(${found.join(' OR ')})`);
  }
  return narrowed(listing, conditions);
}

function foundBy(listing: Listing, q: string): string[] {
  const { sql, everything, assignee, actor } = listing;
  const reference = ofReference(sql, q);
  const sources = reference === undefined ? [] : [narrowed(listing, having(sql, reference))];
  if (assignee !== undefined && assignee !== 'none')
    return [...sources, handledAtPlaces(listing, q, assignee)];
  sources.push(...foundPlaces(listing, q));
  return everything || assignee === 'none' ? sources : [...sources, handledAtPlaces(listing, q, actor.id)];
}

function having(sql: SqlConditions, condition: string): SqlConditions {
  const conditions = sql.apart();
  conditions.add(condition);
  return conditions;
}
