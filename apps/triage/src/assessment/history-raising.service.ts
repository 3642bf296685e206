import type { CodedMelding } from '#contracts';
import { allOf } from '#messaging';
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

  /** Call it with the locations of the meldingen locked, and the meldingen remembered and opened. */
  async raiseOthers(manager: EntityManager, meldingen: readonly CodedMelding[]): Promise<void> {
    const ids = await this.histories.casesThatMayRise(manager, meldingen);
    const cases = await allOf(ids, (id) => this.cases.locked(manager, id));
    const judgements = await allOf(cases, ({ facts }) => this.judge.judgeOnReceipt(manager, facts));
    await allOf(cases, (theCase, place) =>
      this.decisions.add(manager, theCase, judgements[place]!, { cause: 'HISTORY' }),
    );
  }
}
