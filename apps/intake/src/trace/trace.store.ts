import type { EntityManager } from 'typeorm';
import type { EventContext } from '#messaging';
import { uuidv7 } from '#platform';
import { isInDossier, STEPS_ONCE, type Recorded, type RecordedStep } from './trace.js';

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
  if (saysNothingNew(step, await recordedOf(manager, meldingId))) return;
  await manager.query(
    `INSERT INTO trace_step (id, melding_id, step, at, confirmed_by, event_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (melding_id, step, event_id) DO NOTHING`,
    [uuidv7(), meldingId, step, at, source.replace(SERVICE_PATH, ''), id],
  );
}

const recordedOf = (manager: EntityManager, meldingId: string): Promise<Recorded[]> =>
  manager.query<Recorded[]>('SELECT step, at FROM trace_step WHERE melding_id = $1', [meldingId]);

/** A melding is registered again only after the store lost it, and lost only while it was registered. */
function saysNothingNew(step: RecordedStep, recorded: Recorded[]): boolean {
  if (step === 'REGISTERED_IN_DOSSIER') return isInDossier(recorded);
  if (step === 'REGISTRATION_LOST') return !isInDossier(recorded);
  return STEPS_ONCE.includes(step) && recorded.some((known) => known.step === step);
}
