import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TriageCase } from '../cases/triage-case.entity.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { decisionOf } from '../decisions/placed-case.js';
import { Locations } from '../locations/locations.service.js';
import { triageFailed } from '../urgency/index.js';

/** Failure raises: a melding that cannot be judged in full is read first by crisis duty (domain.md 3.2.8). */
@Injectable()
export class TriageFailure {
  constructor(
    private readonly locations: Locations,
    private readonly decisions: CaseDecisions,
  ) {}

  /** Adds it to a locked case whose text was not judged; a second time changes nothing. */
  async raise(manager: EntityManager, theCase: TriageCase): Promise<void> {
    if (theCase.textRead) return;
    const locations = await this.locations.find(manager, theCase.locationIds);
    const judgement = { decision: triageFailed(decisionOf(theCase)), contexts: [], locations };
    await this.decisions.add(manager, theCase, judgement, { cause: 'TRIAGE_FAILED' });
  }
}
