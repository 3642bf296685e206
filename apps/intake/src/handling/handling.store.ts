import type { EntityManager } from 'typeorm';
import type { CaseStatus, HandlerRole, Queue, Team } from '#contracts';
import { Gathered } from '#messaging';

export interface Routing {
  queue: Queue;
  team: Team;
  handlerRole: HandlerRole;
}

interface RoutedMelding extends Routing {
  meldingId: string;
}

/** Those of a batch of events by one statement, always in the same order. */
const routed = new Gathered(async (manager: EntityManager, meldingen: RoutedMelding[]) => {
  const rows = meldingen.map(({ meldingId, queue, team, handlerRole }) => ({
    melding_id: meldingId,
    queue,
    team,
    handler_role: handlerRole,
  }));
  await manager.query(
    `INSERT INTO melding_handling AS known (melding_id, status, queue, team, handler_role)
     SELECT melding_id, 'TRIAGED', queue, team, handler_role FROM jsonb_to_recordset($1::jsonb) AS r(
       melding_id uuid, queue text, team text, handler_role text)
     ORDER BY melding_id
     ON CONFLICT (melding_id) DO UPDATE SET queue = excluded.queue, team = excluded.team, handler_role = excluded.handler_role,
       status = CASE known.status WHEN 'RECEIVED' THEN 'TRIAGED' ELSE known.status END`,
    [JSON.stringify(rows)],
  );
  return meldingen;
});

/** Where the melding was routed to; a status that went further already stays as it is. */
export async function noteRouting(
  manager: EntityManager,
  meldingId: string,
  { queue, team, handlerRole }: Routing,
): Promise<void> {
  await routed.ask(manager, { meldingId, queue, team, handlerRole });
}

export async function noteAssignee(
  manager: EntityManager,
  meldingId: string,
  assignee: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO melding_handling AS known (melding_id, status, assignee) VALUES ($1, 'ASSIGNED', $2)
     ON CONFLICT (melding_id) DO UPDATE SET assignee = excluded.assignee,
       status = CASE WHEN known.status IN ('RECEIVED', 'TRIAGED') THEN 'ASSIGNED' ELSE known.status END`,
    [meldingId, assignee],
  );
}

export async function noteStatus(
  manager: EntityManager,
  meldingId: string,
  status: CaseStatus,
): Promise<void> {
  await manager.query(
    `INSERT INTO melding_handling (melding_id, status) VALUES ($1, $2)
     ON CONFLICT (melding_id) DO UPDATE SET status = excluded.status`,
    [meldingId, status],
  );
}
