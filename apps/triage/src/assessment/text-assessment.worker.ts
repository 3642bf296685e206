import { RetryLater, Transactions, WorkHandler, type WorkItem } from '#messaging';
import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases.repository.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { Judge } from '../decisions/judge.service.js';
import type { Judgement } from '../decisions/judgement.js';
import { isHigher, type MeldingText } from '../urgency/index.js';
import { ASSESS_TEXT, type AssessmentWork } from './assessment-work.js';
import { fetchFailure, IntakeTexts } from './intake-texts.client.js';
import { waitBeforeNextTry } from './text-retry.js';

/** Completes the decision with what the melder wrote (domain.md 3.4). Goes on trying for as long as it takes. */
@Injectable()
export class TextAssessment {
  constructor(
    private readonly texts: IntakeTexts,
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly judge: Judge,
    private readonly decisions: CaseDecisions,
  ) {}

  @WorkHandler(ASSESS_TEXT)
  async assess(item: WorkItem<AssessmentWork>): Promise<void> {
    const text = await this.text(item);
    const contextIsKnown = await this.transactions.run(async (manager) => {
      const theCase = await this.cases.locked(manager, item.payload.caseId);
      const judgement = await this.judge.judge(manager, theCase.facts, text);
      if (judgement.locations.length < theCase.locationIds.length) {
        if (isHigher(judgement.decision.level, theCase.level)) {
          await this.decisions.add(manager, theCase, unfinished(judgement), { cause: 'TEXT_ASSESSED' });
        }
        return false;
      }
      await this.decisions.add(manager, theCase, judgement, { cause: 'TEXT_ASSESSED' });
      await item.complete(manager);
      return true;
    });
    // A danger in the text is told at once; what the dossier says of the location may still raise the level.
    if (!contextIsKnown)
      throw new RetryLater('the location is not known yet', waitBeforeNextTry(item.attempts));
  }

  private async text(item: WorkItem<AssessmentWork>): Promise<MeldingText> {
    try {
      return await this.texts.of(item.payload.meldingId);
    } catch (error) {
      throw new RetryLater(fetchFailure(error), waitBeforeNextTry(item.attempts));
    }
  }
}

const unfinished = (judgement: Judgement): Judgement => ({
  ...judgement,
  decision: { ...judgement.decision, complete: false },
});
