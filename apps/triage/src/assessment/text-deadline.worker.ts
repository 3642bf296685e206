import { Transactions, WorkHandler, type WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases.repository.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { decisionOf } from '../decisions/placed-case.js';
import { Locations } from '../locations/locations.service.js';
import { triageFailed } from '../urgency/index.js';
import { TEXT_DEADLINE, type AssessmentWork } from './assessment-work.js';

/** Failure raises: a melding whose text or context cannot be had in time is read first by duty (domain.md 3.2.8). */
@Injectable()
export class TextDeadline {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly locations: Locations,
    private readonly decisions: CaseDecisions,
  ) {}

  @WorkHandler(TEXT_DEADLINE)
  async pass(item: WorkItem<AssessmentWork>): Promise<void> {
    await this.transactions.run(async (manager) => {
      const theCase = await this.cases.locked(manager, item.payload.caseId);
      if (!theCase.textRead) {
        const locations = await this.locations.find(manager, theCase.locationIds);
        const judgement = { decision: triageFailed(decisionOf(theCase)), contexts: [], locations };
        await this.decisions.add(manager, theCase, judgement, { cause: 'TRIAGE_FAILED' });
      }
      await item.complete(manager);
    });
  }
}
