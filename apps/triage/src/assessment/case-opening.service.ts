import { needsExpressLane, type CodedMelding } from '#contracts';
import { WorkQueue } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '../cases/cases.repository.js';
import type { TriageCase } from '../cases/triage-case.entity.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { Judge } from '../decisions/judge.service.js';
import { MeldingHistories } from '../history/melding-histories.service.js';
import { TriageConfig } from '../triage.config.js';
import { ASSESS_TEXT, TEXT_DEADLINE, type AssessmentWork } from './assessment-work.js';
import { HistoryRaising } from './history-raising.service.js';
import { textDeadline } from './text-deadline.js';

/** Judges a melding by answers and context as soon as it is told, and opens its case. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly config: TriageConfig,
    private readonly histories: MeldingHistories,
    private readonly cases: Cases,
    private readonly judge: Judge,
    private readonly decisions: CaseDecisions,
    private readonly raising: HistoryRaising,
    private readonly workQueue: WorkQueue,
  ) {}

  /** Does nothing for a melding that has a case. All in the given transaction. */
  async open(manager: EntityManager, melding: CodedMelding, acceptedAt: Date): Promise<void> {
    await this.histories.lock(manager, melding);
    if (await this.cases.exists(manager, melding.meldingId)) return;
    await this.histories.remember(manager, melding);
    const judgement = await this.judge.judgeOnReceipt(manager, melding);
    const theCase = await this.decisions.open(manager, melding, judgement);
    await this.raising.raiseOthers(manager, melding);
    await this.awaitText(manager, theCase, acceptedAt);
  }

  private async awaitText(manager: EntityManager, theCase: TriageCase, acceptedAt: Date): Promise<void> {
    const { id: caseId, meldingId, facts, openedAt } = theCase;
    const work = { key: meldingId, payload: { caseId, meldingId } satisfies AssessmentWork };
    await this.workQueue.enqueue(manager, { ...work, kind: ASSESS_TEXT, urgent: needsExpressLane(facts) });
    await this.workQueue.enqueue(manager, {
      ...work,
      kind: TEXT_DEADLINE,
      urgent: true,
      dueAt: textDeadline(acceptedAt, openedAt, {
        deadlineSeconds: this.config.TEXT_DEADLINE_SECONDS,
        graceSeconds: this.config.TEXT_GRACE_SECONDS,
      }),
    });
  }
}
