import { referenceKey } from '../cases/reference-key.js';
import { searchText } from '../locations/search-text.js';
import type { SqlConditions } from '../queries/sql-conditions.js';

/**
 * Fewer characters say too little: the half of a reference that stands before its dash is borne by one case in a
 * million, two characters by a thousand.
 */
const LEAST_OF_A_REFERENCE = 4;
/** Above every character of a reference in the order of bytes. */
const AFTER_ALL = '~';

/**
 * Cases whose reference begins like what was typed, as a condition on `triage_case c`; undefined for what is too short
 * to be one. As a range and not as LIKE, for which a prepared statement cannot use the index.
 */
export function ofReference(conditions: SqlConditions, q: string): string | undefined {
  const key = referenceKey(q);
  if (key.length < LEAST_OF_A_REFERENCE) return undefined;
  const [from, until] = [conditions.value(key), conditions.value(`${key}${AFTER_ALL}`)];
  return `c.reference_key ~>=~ ${from} AND c.reference_key ~<~ ${until}`;
}

/** Locations whose name or municipality holds what was typed, as a condition on `triage_location l`. */
export const ofPlace = (conditions: SqlConditions, q: string): string =>
  `l.search_text LIKE ${conditions.value(`%${likeLiteral(searchText(q))}%`)}`;

const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
