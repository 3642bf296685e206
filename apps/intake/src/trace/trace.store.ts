import type { EntityManager } from 'typeorm';
import { Gathered, type EventContext } from '#messaging';
import { uuidv7 } from '#platform';
import { isInDossier, STEPS_ONCE, type Recorded, type RecordedStep } from './trace.js';

const SERVICE_PATH = /^\/services\//;

interface ToldStep {
  meldingId: string;
  step: RecordedStep;
  /** RFC 3339. */
  at: string;
  confirmedBy: string;
  eventId: string;
}

/** Those of a batch of events by one statement, each as if they had been told one after another. */
const told = new Gathered(async (manager: EntityManager, steps: ToldStep[]) => {
  const recorded = await recordedOf(
    manager,
    steps.map(({ meldingId }) => meldingId),
  );
  const news = steps.filter(({ meldingId, step, at }) => {
    const known = recorded.get(meldingId) ?? [];
    if (saysNothingNew(step, known)) return false;
    recorded.set(meldingId, [...known, { step, at: new Date(at) }]);
    return true;
  });
  if (news.length > 0) await write(manager, news);
  return steps;
});

/**
 * Writes what another service confirmed, in the transaction of its event. A step that happens once is written for
 * the first event that tells it.
 * @param at moment of the step as the event tells it, RFC 3339
 */
export async function recordStep(
  { manager, id, source }: EventContext,
  meldingId: string,
  step: RecordedStep,
  at: string,
): Promise<void> {
  await told.ask(manager, {
    meldingId,
    step,
    at,
    confirmedBy: source.replace(SERVICE_PATH, ''),
    eventId: id,
  });
}

async function write(manager: EntityManager, steps: ToldStep[]): Promise<void> {
  const rows = steps.map(({ meldingId, step, at, confirmedBy, eventId }) => ({
    id: uuidv7(),
    melding_id: meldingId,
    step,
    at,
    confirmed_by: confirmedBy,
    event_id: eventId,
  }));
  await manager.query(
    `INSERT INTO trace_step (id, melding_id, step, at, confirmed_by, event_id)
     SELECT id, melding_id, step, at, confirmed_by, event_id FROM jsonb_to_recordset($1::jsonb) AS s(
       id uuid, melding_id uuid, step text, at timestamptz, confirmed_by text, event_id text)
     ORDER BY id
     ON CONFLICT (melding_id, step, event_id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

async function recordedOf(manager: EntityManager, meldingIds: string[]): Promise<Map<string, Recorded[]>> {
  const rows = await manager.query<(Recorded & { meldingId: string })[]>(
    'SELECT melding_id AS "meldingId", step, at FROM trace_step WHERE melding_id = ANY($1::uuid[])',
    [meldingIds],
  );
  return Map.groupBy(rows, ({ meldingId }) => meldingId);
}

/** A melding is registered again only after the store lost it, and lost only while it was registered. */
function saysNothingNew(step: RecordedStep, recorded: Recorded[]): boolean {
  if (step === 'REGISTERED_IN_DOSSIER') return isInDossier(recorded);
  if (step === 'REGISTRATION_LOST') return !isInDossier(recorded);
  return STEPS_ONCE.includes(step) && recorded.some((known) => known.step === step);
}
