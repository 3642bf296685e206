import { Transactions } from '#messaging';
import { AuditLog, Clock, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseView } from '../cases/case-view.service.js';
import type { CaseDto } from '../cases/case.dto.js';
import { Cases } from '../cases/cases.repository.js';
import { requireVersion } from '../cases/etag.js';
import { WrittenReasons } from '../cases/written-reasons.service.js';
import { Locations } from '../locations/locations.service.js';
import { VisibleCases } from '../visibility/visible-case.finder.js';
import type { Acting } from './acting.js';
import { AssignAction } from './assign.action.js';
import type { CaseActionDto } from './case-action.dto.js';
import { RaiseAction } from './raise.action.js';
import { StartAction } from './start.action.js';

/** Who asks for an action on which case, seen in which version. */
export interface ActionRequest {
  actor: Actor;
  caseId: string;
  ifMatch: string | undefined;
}

/** Does an action: the case is locked, so of two at once the second decides on what the first left. */
@Injectable()
export class CaseActions {
  constructor(
    private readonly transactions: Transactions,
    private readonly visible: VisibleCases,
    private readonly cases: Cases,
    private readonly locations: Locations,
    private readonly reasons: WrittenReasons,
    private readonly assign: AssignAction,
    private readonly start: StartAction,
    private readonly raise: RaiseAction,
    private readonly audit: AuditLog,
    private readonly view: CaseView,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException 400, 403, 404, 409, 412 */
  async perform(request: ActionRequest, action: CaseActionDto): Promise<CaseDto> {
    return this.transactions.run(async (manager) => {
      const acting = await this.acting(manager, request, action);
      await this.effect(manager, acting, action);
      await this.audit.record(manager, {
        actor: request.actor,
        action: `CASE_${action.action.toUpperCase()}`,
        subject: acting.theCase.id,
        detail: { assignee: action.assignee ?? null, level: action.level ?? null },
      });
      return this.view.show(manager, acting.theCase.id, request.actor);
    });
  }

  private async acting(
    manager: EntityManager,
    { actor, caseId, ifMatch }: ActionRequest,
    { reason }: CaseActionDto,
  ): Promise<Acting> {
    const theCase = await this.cases.locked(manager, await this.visible.idOf(manager, actor, caseId));
    requireVersion(theCase, ifMatch);
    const [location] = await this.locations.find(manager, theCase.locationIds);
    return {
      person: { username: actor.id, roles: actor.roles, teams: actor.teams },
      theCase,
      spoc: location?.spoc ?? null,
      at: this.clock.now(),
      sealedReason: reason === undefined || reason === null ? null : this.reasons.seal(theCase, reason),
      basis: ifMatch === undefined || ifMatch === '*' ? 'ANY_VERSION' : 'SEEN_VERSION',
    };
  }

  private async effect(manager: EntityManager, acting: Acting, action: CaseActionDto): Promise<void> {
    const { assignee = '', level = acting.theCase.level } = action;
    switch (action.action) {
      case 'assign':
        return this.assign.perform(manager, acting, assignee);
      case 'start':
        return this.start.perform(manager, acting);
      case 'raise':
        return this.raise.perform(manager, acting, level);
    }
  }
}
