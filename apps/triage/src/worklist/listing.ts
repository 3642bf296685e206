import type { Actor } from '#platform';
import { SqlConditions } from '../queries/sql-conditions.js';
import { visibilityOf, type VisibilityCriterion } from '../visibility/visibility.policy.js';
import { fromPlace } from './worklist.conditions.js';
import type { WorklistQuery } from './worklist-query.dto.js';

/** A list that somebody asks for, and the query that is being made for it. */
export class Listing {
  readonly sql = new SqlConditions();
  readonly criteria: readonly VisibilityCriterion[];
  readonly everything: boolean;
  /** User name of the handler that is asked for, or `none`. */
  readonly assignee: string | undefined;
  /** One more than the page holds tells that there is a next one. */
  readonly rows: number;

  constructor(
    readonly query: WorklistQuery,
    readonly actor: Actor,
  ) {
    this.criteria = visibilityOf(actor);
    this.everything = this.criteria.some(({ by }) => by === 'EVERYTHING');
    this.assignee = query.assignee === 'me' ? actor.id : query.assignee;
    this.rows = query.limit + 1;
  }

  /**
   * The first cases that meet conditions on `triage_case c`, in the order of work, from the place that is asked for:
   * id, urgency and due time of each.
   */
  first(conditions: SqlConditions): string {
    return this.inOrder(this.here(conditions), this.rows);
  }

  /**
   * The first cases of several parts together, each with an index of its own. A part whose very first case comes after
   * those of as many others as there are rows wanted, has none among them: of such a part no more is read.
   * @param parts a query that gives the parts
   * @param conditions on `triage_case c` and the `part` it belongs to
   */
  firstOfParts(parts: string, conditions: SqlConditions): string {
    const where = this.here(conditions);
    return `SELECT work.* FROM (
        SELECT part.* FROM (${parts}) AS part CROSS JOIN LATERAL (${this.inOrder(where, 1)}) AS head
        ORDER BY head.urgency, head.due_at, head.id LIMIT ${this.rows}) AS part
      CROSS JOIN LATERAL (${this.inOrder(where, this.rows)}) AS work`;
  }

  private here(conditions: SqlConditions): string {
    fromPlace(conditions, this.query);
    return conditions.where;
  }

  /** The number stands in the text, since a plan for any number of rows sorts all instead of reading them in order. */
  private inOrder(where: string, rows: number): string {
    return `SELECT c.id, c.urgency, c.due_at FROM triage_case c WHERE ${where}
      ORDER BY c.urgency, c.due_at, c.id LIMIT ${rows}`;
  }
}
