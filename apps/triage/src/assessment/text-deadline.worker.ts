import { Transactions, WorkHandler, type WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases.repository.js';
import { TEXT_DEADLINE, type AssessmentWork } from './assessment-work.js';
import { TriageFailure } from './triage-failure.service.js';

/** A melding whose text or context cannot be had in time counts as one that cannot be judged. */
@Injectable()
export class TextDeadline {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly failure: TriageFailure,
  ) {}

  @WorkHandler(TEXT_DEADLINE)
  async pass(item: WorkItem<AssessmentWork>): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.failure.raise(manager, await this.cases.locked(manager, item.payload.caseId));
      await item.complete(manager);
    });
  }
}
