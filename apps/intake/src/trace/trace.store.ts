import type { EntityManager } from 'typeorm';
import type { EventContext } from '#messaging';
import { uuidv7 } from '#platform';
import { STEPS_ONCE, type RecordedStep } from './trace.js';

const SERVICE_PATH = /^\/services\//;

/**
 * Writes what another service confirmed, in the transaction of its event. A step that happens once is written for
 * the first event that tells it.
 * @param at moment of the step as the event tells it, RFC 3339
 */
export async function recordStep(
  context: EventContext,
  meldingId: string,
  step: RecordedStep,
  at: string,
): Promise<void> {
  const { manager, id, source } = context;
  if (STEPS_ONCE.includes(step) && (await isRecorded(manager, meldingId, step))) return;
  await manager.query(
    `INSERT INTO trace_step (id, melding_id, step, at, confirmed_by, event_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (melding_id, step, event_id) DO NOTHING`,
    [uuidv7(), meldingId, step, at, source.replace(SERVICE_PATH, ''), id],
  );
}

async function isRecorded(manager: EntityManager, meldingId: string, step: RecordedStep): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT id FROM trace_step WHERE melding_id = $1 AND step = $2',
    [meldingId, step],
  );
  return rows.length > 0;
}
