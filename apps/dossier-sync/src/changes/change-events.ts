import { HANDHAVING_STATE_CHANGED, LOCATION_CHANGED } from '#contracts';
import type { OutboxEvent } from '#messaging';
import type { StoreChange } from '../store/change-page.js';

const keyIn = (data: object): string | undefined =>
  'locationId' in data && typeof data.locationId === 'string' && data.locationId !== ''
    ? data.locationId
    : undefined;

/**
 * The event that tells a change of the store; undefined when we know no such change. Its data still have to fit
 * the schema of the event: the store decides what it sends.
 */
export function eventOf(change: StoreChange): OutboxEvent | undefined {
  switch (change.type) {
    case 'LOCATION_CHANGED':
      return event(LOCATION_CHANGED, change.location);
    case 'HANDHAVING_STATE_CHANGED':
      return event(HANDHAVING_STATE_CHANGED, change.handhaving);
    default:
      return undefined;
  }
}

function event(type: string, data: object | null): OutboxEvent | undefined {
  const key = data === null ? undefined : keyIn(data);
  return data === null || key === undefined ? undefined : { type, key, data };
}
