import type { CodedMelding, Level } from '#contracts';
import { Outbox, type OutboxEvent } from '#messaging';
import { Clock, uuidv7 } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM_ACTOR, type DecisionCause } from '../cases/case-event.entity.js';
import { CaseEvents, type NewCaseEvent } from '../cases/case-events.service.js';
import { crisisRaisedMessage, levelChangedMessage, triagedMessage } from '../cases/case-messages.js';
import { Cases } from '../cases/cases.repository.js';
import { newCase } from '../cases/new-case.js';
import { pickUpBy, storedClock } from '../cases/stored-clock.js';
import { TriageCase } from '../cases/triage-case.entity.js';
import { TriageDecision } from '../cases/triage-decision.entity.js';
import { clocksFor } from '../clocks/index.js';
import { Policies } from '../policies/policies.service.js';
import { announcements, type Announcement, type Told } from './announcements.js';
import type { Judgement } from './judgement.js';
import { mergedDecision } from './merged-decision.js';
import { decisionOf, place } from './placed-case.js';

/** Why a case is decided on again, and by whom. */
export interface DecisionChange {
  cause: DecisionCause;
  /** User name when a person decided. */
  actor?: string;
  /** What that person wrote, sealed. */
  sealedReason?: Buffer | null;
}

/** Gives decisions their effect: the case, its history, and what the other services hear, in one transaction. */
@Injectable()
export class CaseDecisions {
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
    const cause = 'RECEIVED';
    place(theCase, judgement.decision, this.policies.current, judgement.locations);
    const told = this.tell({ level: null, triagedAt: null, crisisRaisedAt: null }, theCase, at);
    await this.cases.add(manager, theCase);
    await this.keep(manager, theCase, judgement, cause, at);
    const { level } = theCase;
    await this.record(manager, theCase, told, { cause }, at, [
      { at, type: 'OPENED', actor: SYSTEM_ACTOR, detail: { level, cause, reasonCodes: codesOf(theCase) } },
    ]);
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
    if (isSame(before, merged)) return;
    const at = this.clock.now();
    const toldBefore: Told = { ...theCase };
    place(theCase, merged, this.policies.current, judgement.locations);
    const told = this.tell(toldBefore, theCase, at);
    await this.cases.save(manager, theCase);
    await this.keep(manager, theCase, judgement, change.cause, at);
    await this.record(manager, theCase, told, { ...change, previousLevel: before.level }, at, []);
  }

  /** Marks what is told by this decision, so that it is told once. */
  private tell(before: Told, theCase: TriageCase, at: Date): Announcement[] {
    const settled = theCase.textRead || theCase.flags.includes('F-TRIAGE_FAILED');
    const told = announcements(before, { level: theCase.level, settled });
    if (told.includes('CRISIS_RAISED')) theCase.crisisRaisedAt = at;
    if (told.includes('TRIAGED')) theCase.triagedAt = at;
    return told;
  }

  private async keep(
    manager: EntityManager,
    theCase: TriageCase,
    judgement: Judgement,
    cause: DecisionCause,
    at: Date,
  ): Promise<void> {
    const { level, reasons, flags, policyVersion, complete } = judgement.decision;
    await manager.insert(TriageDecision, {
      id: uuidv7(),
      caseId: theCase.id,
      decidedAt: at,
      cause,
      policyVersion,
      policyHash: this.policies.current.contentHash,
      facts: theCase.facts,
      contexts: judgement.contexts,
      level,
      reasons: [...reasons],
      flags: [...flags],
      textRead: complete,
    });
  }

  private async record(
    manager: EntityManager,
    theCase: TriageCase,
    told: readonly Announcement[],
    change: DecisionChange & { previousLevel?: Level },
    at: Date,
    first: NewCaseEvent[],
  ): Promise<void> {
    const lines = [...first, ...changeLines(theCase, change, at), ...toldLines(theCase, told, at)];
    await this.events.record(manager, theCase.id, ...lines);
    await this.outbox.publish(manager, ...told.map((one) => this.message(one, theCase, change, at)));
  }

  private message(
    one: Announcement,
    theCase: TriageCase,
    change: DecisionChange & { previousLevel?: Level },
    at: Date,
  ): OutboxEvent {
    if (one === 'CRISIS_RAISED')
      return crisisRaisedMessage(theCase, { at, pickUpBy: this.crisisPickUpBy(theCase, at) });
    if (one === 'TRIAGED') return triagedMessage(theCase, at);
    const { previousLevel = theCase.level, cause } = change;
    return levelChangedMessage(theCase, {
      previousLevel,
      cause: cause === 'RECEIVED' ? 'CONTEXT' : cause,
      at,
    });
  }

  /** A case that becomes a crisis later cannot have been picked up before it was one. */
  private crisisPickUpBy(theCase: TriageCase, at: Date): Date {
    const receivedAt = theCase.openedAt.getTime() === at.getTime() ? theCase.receivedAt : at;
    const clocks = clocksFor(
      { level: 'CRISIS', kind: theCase.kind, receivedAt },
      this.policies.current.clocks,
    );
    return pickUpBy(clocks.map(storedClock)) ?? at;
  }
}

const codesOf = ({ reasons }: { reasons: readonly { code: string }[] }): string[] =>
  reasons.map(({ code }) => code);

function isSame(one: ReturnType<typeof decisionOf>, other: ReturnType<typeof decisionOf>): boolean {
  const signature = ({ level, flags, complete, ...rest }: ReturnType<typeof decisionOf>): string =>
    JSON.stringify([level, flags, complete, codesOf(rest)]);
  return signature(one) === signature(other);
}

function changeLines(
  { level, ...theCase }: TriageCase,
  { cause, actor, sealedReason, previousLevel }: DecisionChange & { previousLevel?: Level },
  at: Date,
): NewCaseEvent[] {
  if (previousLevel === undefined) return [];
  const detail = { level, previousLevel, cause, reasonCodes: codesOf(theCase) };
  const line = { at, actor: actor ?? SYSTEM_ACTOR, detail, sealedReason: sealedReason ?? null };
  if (cause === 'TEXT_ASSESSED' || cause === 'TRIAGE_FAILED') return [{ ...line, type: cause }];
  return [{ ...line, type: 'LEVEL_CHANGED' }];
}

function toldLines({ level }: TriageCase, told: readonly Announcement[], at: Date): NewCaseEvent[] {
  return told.flatMap((type) =>
    type === 'LEVEL_CHANGED' ? [] : [{ at, type, actor: SYSTEM_ACTOR, detail: { level } }],
  );
}
