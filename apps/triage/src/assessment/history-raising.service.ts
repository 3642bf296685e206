import type { CodedMelding } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '../cases/cases.repository.js';
import { CaseDecisions } from '../decisions/case-decisions.service.js';
import { Judge } from '../decisions/judge.service.js';
import { MeldingHistories } from '../history/melding-histories.service.js';

/** Judges earlier cases of a location again when a further melding may raise them: R-C8 both, B-1 the later one. */
@Injectable()
export class HistoryRaising {
  constructor(
    private readonly histories: MeldingHistories,
    private readonly cases: Cases,
    private readonly judge: Judge,
    private readonly decisions: CaseDecisions,
  ) {}

  /** Call it with the locations of the melding locked and the melding remembered. */
  async raiseOthers(manager: EntityManager, melding: CodedMelding): Promise<void> {
    for (const caseId of await this.histories.casesThatMayRise(manager, melding)) {
      const theCase = await this.cases.locked(manager, caseId);
      const judgement = await this.judge.judgeOnReceipt(manager, theCase.facts);
      await this.decisions.add(manager, theCase, judgement, { cause: 'HISTORY' });
    }
  }
}
