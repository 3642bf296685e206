import type { CloudEvent } from '../cloudevents/cloud-event.js';
import { INBOX_MARGIN_DAYS } from './retention.policy.js';

const DAY_MS = 24 * 3_600_000;

/** Nobody can tell any more whether it was handled, so a person decides: replaying it has its effect. */
export class OlderThanHistoryError extends Error {
  override readonly name = 'OlderThanHistoryError';
  constructor() {
    super('older than what the inbox remembers; replay it only when it was never handled');
  }
}

/**
 * True when the inbox may have forgotten that such an event was handled. None is offered as a rule: by then broker and
 * outboxes have dropped it too.
 * @param historyDays days that events are kept; undefined when for ever
 */
export function isForgotten(event: CloudEvent, historyDays: number | undefined): boolean {
  if (historyDays === undefined) return false;
  return event.time.getTime() < Date.now() - (historyDays + INBOX_MARGIN_DAYS) * DAY_MS;
}
