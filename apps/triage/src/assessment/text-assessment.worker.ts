import { RetryLater, Transactions, WorkHandler, WorkQueue, type WorkItem } from '#messaging';
import { Injectable, Logger } from '@nestjs/common';
import { Cases } from '../cases/cases.repository.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { Judge } from '../decisions/judge.service.js';
import type { Judgement } from '../decisions/judgement.js';
import { JudgingError } from '../decisions/judging.error.js';
import { isHigher, type MeldingText } from '../urgency/index.js';
import { ASSESS_TEXT, TEXT_DEADLINE, type AssessmentWork } from './assessment-work.js';
import { fetchFailure, IntakeTexts, NoTextError } from './intake-texts.client.js';
import { waitBeforeNextTry } from './text-retry.js';
import { TriageFailure } from './triage-failure.service.js';

/** Completes the decision with what the melder wrote (domain.md 3.4). Goes on trying for as long as it takes. */
@Injectable()
export class TextAssessment {
  private readonly logger = new Logger(TextAssessment.name);

  constructor(
    private readonly texts: IntakeTexts,
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly judge: Judge,
    private readonly decisions: CaseDecisions,
    private readonly failure: TriageFailure,
    private readonly workQueue: WorkQueue,
  ) {}

  @WorkHandler(ASSESS_TEXT)
  async assess(item: WorkItem<AssessmentWork>): Promise<void> {
    const text = await this.text(item);
    try {
      await this.complete(item, text);
    } catch (error) {
      if (!(error instanceof JudgingError)) throw error;
      await this.failAtOnce(item, error);
      throw new RetryLater(error.message, waitBeforeNextTry(item.attempts));
    }
  }

  private async text(item: WorkItem<AssessmentWork>): Promise<MeldingText> {
    try {
      return await this.texts.of(item.payload.meldingId, item.lane);
    } catch (error) {
      if (error instanceof NoTextError) await this.failAtOnce(item, error);
      throw new RetryLater(fetchFailure(error), waitBeforeNextTry(item.attempts));
    }
  }

  private async complete(item: WorkItem<AssessmentWork>, text: MeldingText): Promise<void> {
    const contextIsKnown = await item.inTransaction(async (manager) => {
      const theCase = await this.cases.locked(manager, item.payload.caseId);
      const judgement = await this.judge.judge(manager, theCase.facts, text);
      if (judgement.locations.length < theCase.locationIds.length) {
        if (isHigher(judgement.decision.level, theCase.level)) {
          await this.decisions.add(manager, theCase, unfinished(judgement), { cause: 'TEXT_ASSESSED' });
        }
        return false;
      }
      await this.decisions.add(manager, theCase, judgement, { cause: 'TEXT_ASSESSED' });
      await this.workQueue.cancel(manager, { kind: TEXT_DEADLINE, key: item.key });
      await item.complete(manager);
      return true;
    });
    // A danger in the text is told at once; what the dossier says of the location may still raise the level.
    if (!contextIsKnown)
      throw new RetryLater('the location is not known yet', waitBeforeNextTry(item.attempts));
  }

  /** What cannot be read or judged now is not waited for until the deadline; it is still tried again afterwards. */
  private async failAtOnce({ payload }: WorkItem<AssessmentWork>, error: Error): Promise<void> {
    this.logger.error(`The text of melding ${payload.meldingId} could not be judged: ${error.message}`);
    await this.transactions.run(async (manager) =>
      this.failure.raise(manager, await this.cases.locked(manager, payload.caseId)),
    );
  }
}

const unfinished = (judgement: Judgement): Judgement => ({
  ...judgement,
  decision: { ...judgement.decision, complete: false },
});
