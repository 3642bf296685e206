import { HANDLER_ROLES, QUEUES, TEAMS, type HandlerRole, type Queue, type Team } from '#contracts';
import type { VisibilityCriterion } from '../visibility/visibility.policy.js';

/** Cases of one team and function. */
export interface TeamPool {
  readonly team: Team;
  readonly handlerRole: HandlerRole;
}

/** Cases with the same queue, team and function: an index holds each pool in the order of work. */
export interface Pool extends TeamPool {
  readonly queue: Queue;
}

export const TEAM_POOLS: readonly TeamPool[] = TEAMS.flatMap((team) =>
  HANDLER_ROLES.map((handlerRole) => ({ team, handlerRole })),
);

/** The teams and functions of which somebody sees every case. */
export const teamPoolsSeen = (criteria: readonly VisibilityCriterion[]): TeamPool[] =>
  TEAM_POOLS.filter((pool) => criteria.some((criterion) => covers(criterion, pool)));

/** The pools of which somebody sees every case, in one queue or in all. */
export const poolsSeen = (criteria: readonly VisibilityCriterion[], queue: Queue | undefined): Pool[] =>
  (queue === undefined ? QUEUES : [queue]).flatMap((one) =>
    teamPoolsSeen(criteria).map((pool) => ({ queue: one, ...pool })),
  );

function covers(criterion: VisibilityCriterion, { team, handlerRole }: TeamPool): boolean {
  switch (criterion.by) {
    case 'EVERYTHING':
      return true;
    case 'TEAM':
      return criterion.team === team;
    case 'HANDLER_ROLE':
      return criterion.handlerRole === handlerRole;
    case 'ASSIGNEE':
    case 'SPOC':
      return false;
  }
}
