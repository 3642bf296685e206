import { StoreNonsenseError } from './store-failure.js';

/** One line of the change feed, its content not yet checked. */
export interface StoreChange {
  sequence: number;
  type: string;
  location: object | null;
  handhaving: object | null;
}

export interface ChangePage {
  items: StoreChange[];
  nextAfter: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const objectOrNull = (value: unknown): object | null => (isObject(value) ? value : null);

/**
 * Reads a page of the feed and makes sure that nothing is missing: the feed has no gaps.
 * @param after the place that was asked for
 * @throws StoreNonsenseError
 */
export function changePageIn(body: unknown, after: number): ChangePage {
  if (!isObject(body) || !Array.isArray(body['items']))
    throw new StoreNonsenseError('the answer holds no changes');
  const items = body['items'].map((item: unknown, index): StoreChange => {
    if (!isObject(item) || item['sequence'] !== after + index + 1)
      throw new StoreNonsenseError('the feed has a gap');
    const type = typeof item['type'] === 'string' ? item['type'].slice(0, 40) : 'NONE';
    return {
      sequence: after + index + 1,
      type,
      location: objectOrNull(item['location']),
      handhaving: objectOrNull(item['handhaving']),
    };
  });
  return { items, nextAfter: after + items.length };
}
