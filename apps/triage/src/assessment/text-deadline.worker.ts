import { TimedWorkHandler, type WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases.repository.js';
import { TEXT_DEADLINE, type AssessmentWork } from './assessment-work.js';
import { TriageFailure } from './triage-failure.service.js';

/** A melding whose text or context cannot be had in time counts as one that cannot be judged. */
@Injectable()
export class TextDeadline {
  constructor(
    private readonly cases: Cases,
    private readonly failure: TriageFailure,
  ) {}

  /** With workers of its own: while texts are not to be had, those who fetch them are all busy waiting. */
  @TimedWorkHandler(TEXT_DEADLINE)
  async pass(item: WorkItem<AssessmentWork>): Promise<void> {
    await item.finish(async (manager) =>
      this.failure.raise(manager, await this.cases.locked(manager, item.payload.caseId)),
    );
  }
}
