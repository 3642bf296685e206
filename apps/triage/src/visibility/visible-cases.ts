import type { SqlConditions } from '../queries/sql-conditions.js';
import type { VisibilityCriterion } from './visibility.policy.js';

/** Adds to a query on `triage_case c` that only cases meeting one of the criteria may be found. */
export function onlyVisible(conditions: SqlConditions, criteria: readonly VisibilityCriterion[]): void {
  if (criteria.some(({ by }) => by === 'EVERYTHING')) return;
  const alternatives = criteria.map((criterion) => alternativeFor(conditions, criterion));
  conditions.add(alternatives.length === 0 ? 'false' : `(${alternatives.join(' OR ')})`);
}

function alternativeFor(conditions: SqlConditions, criterion: VisibilityCriterion): string {
  switch (criterion.by) {
    case 'EVERYTHING':
      return 'true';
    case 'TEAM':
      return `c.team = ${conditions.value(criterion.team)}`;
    case 'HANDLER_ROLE':
      return `c.handler_role = ${conditions.value(criterion.handlerRole)}`;
    case 'ASSIGNEE':
      return `c.assignee = ${conditions.value(criterion.username)}`;
    case 'SPOC':
      return `c.location_id IN (SELECT id FROM triage_location WHERE spoc = ${conditions.value(criterion.username)})`;
  }
}
