import { query, WITH_EVENTS } from '../ledger/collect-facts.js';
import type { SystemUnderFaults } from '../machine/system-under-faults.js';

/**
 * What failed before waits for its next try, up to a quarter of an hour: it gets it now, as if that time had passed.
 * Timers of things that were never tried stay as they are.
 */
export async function tryNow(system: SystemUnderFaults): Promise<void> {
  await Promise.all(
    WITH_EVENTS.map((service) =>
      query(
        system,
        service,
        `UPDATE messaging_work SET due_at = now() WHERE done_at IS NULL AND attempts > 0 AND due_at > now();
         UPDATE messaging_outbox SET available_at = now() WHERE published_at IS NULL AND available_at > now()`,
      ),
    ),
  );
}
