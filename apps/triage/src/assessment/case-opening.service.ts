import { needsExpressLane, type CodedMelding } from '#contracts';
import { allOf, Gathered, WorkQueue } from '#messaging';
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

interface Opening {
  melding: CodedMelding;
  acceptedAt: Date;
}

/** Judges a melding by answers and context as soon as it is told, and opens its case. */
@Injectable()
export class CaseOpening {
  private readonly gathered = new Gathered((manager: EntityManager, openings: Opening[]) =>
    this.openAll(manager, openings).then(() => openings),
  );

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
    await this.gathered.ask(manager, { melding, acceptedAt });
  }

  /**
   * Step by step for all of a batch, so that each is judged with the others known: as if all had come at once, and
   * then each again for what came after it.
   */
  private async openAll(manager: EntityManager, openings: Opening[]): Promise<void> {
    const told = openings.map(({ melding }) => melding);
    await this.histories.lock(manager, told);
    const meldingen = await this.cases.without(manager, told);
    if (meldingen.length === 0) return;
    await this.histories.remember(manager, meldingen);
    const judgements = await allOf(meldingen, (melding) => this.judge.judgeOnReceipt(manager, melding));
    const opened = await allOf(meldingen, (melding, place) =>
      this.decisions.open(manager, melding, judgements[place]!),
    );
    await this.raising.raiseOthers(manager, meldingen);
    const acceptedAt = new Map(openings.map(({ melding, acceptedAt: at }) => [melding.meldingId, at]));
    for (const theCase of opened) await this.awaitText(manager, theCase, acceptedAt.get(theCase.meldingId)!);
  }

  private async awaitText(manager: EntityManager, theCase: TriageCase, acceptedAt: Date): Promise<void> {
    const { id: caseId, meldingId, facts, openedAt } = theCase;
    const work = { key: meldingId, payload: { caseId, meldingId } satisfies AssessmentWork };
    // Only a possible crisis goes before all else: the deadlines of a burst all pass at about the same time.
    const urgent = needsExpressLane(facts);
    await this.workQueue.enqueue(manager, { ...work, kind: ASSESS_TEXT, urgent });
    await this.workQueue.enqueue(manager, {
      ...work,
      kind: TEXT_DEADLINE,
      urgent,
      dueAt: textDeadline(acceptedAt, openedAt, {
        deadlineSeconds: this.config.TEXT_DEADLINE_SECONDS,
        graceSeconds: this.config.TEXT_GRACE_SECONDS,
      }),
    });
  }
}
