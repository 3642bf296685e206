import type { EntityManager } from 'typeorm';
import type { CaseStatus, HandlerRole, Queue, Team } from '#contracts';

export interface Routing {
  queue: Queue;
  team: Team;
  handlerRole: HandlerRole;
}

/** Where the melding was routed to; a status that went further already stays as it is. */
export async function noteRouting(
  manager: EntityManager,
  meldingId: string,
  routing: Routing,
): Promise<void> {
  await manager.query(
    `INSERT INTO melding_handling AS known (melding_id, status, queue, team, handler_role)
     VALUES ($1, 'TRIAGED', $2, $3, $4)
     ON CONFLICT (melding_id) DO UPDATE SET queue = excluded.queue, team = excluded.team, handler_role = excluded.handler_role,
       status = CASE known.status WHEN 'RECEIVED' THEN 'TRIAGED' ELSE known.status END`,
    [meldingId, routing.queue, routing.team, routing.handlerRole],
  );
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
