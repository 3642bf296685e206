import type { CodedMelding } from '#contracts';
import { Gathered, Outbox } from '#messaging';
import { Clock, insertRows, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseEvents } from '../cases/case-events.service.js';
import { Cases } from '../cases/cases.repository.js';
import { newCase } from '../cases/new-case.js';
import type { TriageCase } from '../cases/triage-case.entity.js';
import { TriageDecision } from '../cases/triage-decision.entity.js';
import { Policies } from '../policies/policies.service.js';
import type { Decision } from '../urgency/index.js';
import { announcements, type Announcement, type Told } from './announcements.js';
import { decisionLines } from './decision-lines.js';
import { decisionMessages } from './decision-messages.js';
import type { DecisionChange, DecisionStep } from './decision-step.js';
import type { Judgement } from './judgement.js';
import { mergedDecision } from './merged-decision.js';
import { decisionOf, place } from './placed-case.js';

const NOTHING_TOLD: Told = { level: null, triagedAt: null, crisisRaisedAt: null };

/** Gives decisions their effect: the case, its history, and what the other services hear, in one transaction. */
@Injectable()
export class CaseDecisions {
  /** Those of one batch by one statement. */
  private readonly kept = new Gathered((manager: EntityManager, decisions: TriageDecision[]) =>
    insertRows(manager, TriageDecision, decisions).then(() => decisions),
  );

  constructor(
    private readonly cases: Cases,
    private readonly events: CaseEvents,
    private readonly outbox: Outbox,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Opens the case of a melding by its first decision. */
  async open(manager: EntityManager, melding: CodedMelding, judgement: Judgement): Promise<TriageCase> {
    const at = this.clock.now();
    const theCase = newCase(melding, at);
    place(theCase, judgement.decision, this.policies.placing, judgement.locations);
    const told = tell(NOTHING_TOLD, theCase, at);
    await this.cases.add(manager, theCase);
    await this.record(manager, theCase, judgement, { cause: 'RECEIVED', previousLevel: null, at }, told);
    return theCase;
  }

  /**
   * Adds a further decision to a locked case. It never lowers and takes nothing back; one that adds nothing
   * leaves no trace.
   */
  async add(
    manager: EntityManager,
    theCase: TriageCase,
    judgement: Judgement,
    change: DecisionChange,
  ): Promise<void> {
    const before = decisionOf(theCase);
    const merged = mergedDecision(before, judgement.decision);
    if (saysTheSame(before, merged)) return;
    const at = this.clock.now();
    const toldBefore: Told = { ...theCase };
    place(theCase, merged, this.policies.placing, judgement.locations);
    const told = tell(toldBefore, theCase, at);
    await this.cases.save(manager, theCase);
    await this.record(manager, theCase, judgement, { ...change, previousLevel: before.level, at }, told);
  }

  private async record(
    manager: EntityManager,
    theCase: TriageCase,
    judgement: Judgement,
    step: DecisionStep,
    told: readonly Announcement[],
  ): Promise<void> {
    const { contentHash: policyHash, clocks } = this.policies.placing;
    await this.kept.ask(manager, decisionRow(theCase, judgement, step, policyHash));
    await this.events.record(manager, theCase.id, ...decisionLines(theCase, step, told));
    await this.outbox.publish(manager, ...decisionMessages(theCase, step, told, clocks));
  }
}

/** Marks what is told by a decision, so that it is told once. */
function tell(before: Told, theCase: TriageCase, at: Date): Announcement[] {
  const settled = theCase.textRead || theCase.flags.includes('F-TRIAGE_FAILED');
  const told = announcements(before, { level: theCase.level, settled });
  if (told.includes('CRISIS_RAISED')) theCase.crisisRaisedAt = at;
  if (told.includes('TRIAGED')) theCase.triagedAt = at;
  return told;
}

function saysTheSame(one: Decision, other: Decision): boolean {
  const signature = ({ level, flags, complete, reasons }: Decision): string =>
    JSON.stringify([level, flags, complete, reasons.map(({ code }) => code)]);
  return signature(one) === signature(other);
}

function decisionRow(
  { id: caseId, facts }: TriageCase,
  { decision, contexts }: Judgement,
  { at, cause }: DecisionStep,
  policyHash: string,
): TriageDecision {
  const { level, reasons, flags, policyVersion, complete } = decision;
  return {
    id: uuidv7(),
    caseId,
    decidedAt: at,
    cause,
    policyVersion,
    policyHash,
    facts,
    contexts,
    level,
    reasons: [...reasons],
    flags: [...flags],
    textRead: complete,
  };
}
