import { CLOSED_STATUSES, type Level } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { decisionOf } from '../decisions/placed-case.js';
import { Locations } from '../locations/locations.service.js';
import { isHigher, type Decision, type Reason } from '../urgency/index.js';
import type { Acting } from './acting.js';
import { caseClosed, levelNotHigher, notForYou } from './action.problems.js';
import { canRaise } from './handling.policy.js';

/** Raises the level by the judgement of one person (domain.md 3.2.3). */
@Injectable()
export class RaiseAction {
  constructor(
    private readonly locations: Locations,
    private readonly decisions: CaseDecisions,
  ) {}

  async perform(manager: EntityManager, acting: Acting, level: Level): Promise<void> {
    const { theCase, person, sealedReason } = acting;
    if (!canRaise(person)) throw notForYou();
    if (CLOSED_STATUSES.includes(theCase.status)) throw caseClosed();
    if (!isHigher(level, theCase.level)) throw levelNotHigher();
    const locations = await this.locations.find(manager, theCase.locationIds);
    const decision = raised(decisionOf(theCase), level, person.username);
    await this.decisions.add(
      manager,
      theCase,
      { decision, contexts: [], locations },
      { cause: 'PERSON', actor: person.username, sealedReason },
    );
  }
}

function raised(decision: Decision, level: Level, by: string): Decision {
  const reason: Reason = {
    code: 'PERSON',
    text: 'Een medewerker heeft de urgentie verhoogd.',
    evidence: [{ type: 'context', key: 'raisedBy', value: by }],
  };
  return {
    ...decision,
    level,
    reasons: [...decision.reasons.filter(({ code }) => code !== reason.code), reason],
  };
}
