import { CLOSED_STATUSES, type CaseStatus } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StaffDirectory } from '../staff/staff-directory.js';
import { handledCase, type Acting } from './acting.js';
import {
  alreadyAssigned,
  caseClosed,
  notForYou,
  reassignNeedsVersion,
  unfitAssignee,
  unknownAssignee,
} from './action.problems.js';
import { HandlingChanges } from './handling-changes.service.js';
import { canAssignOthers, canHandle, type Person } from './handling.policy.js';

const WAITING: readonly CaseStatus[] = ['TRIAGED', 'REOPENED'];

/** Gives a case to a handler: oneself, or for coordinators and duty somebody else (domain.md 7.3). */
@Injectable()
export class AssignAction {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly changes: HandlingChanges,
  ) {}

  async perform(manager: EntityManager, acting: Acting, assignee: string): Promise<void> {
    const { theCase } = acting;
    if (CLOSED_STATUSES.includes(theCase.status)) throw caseClosed();
    const taker = this.taker(acting.person, assignee);
    this.checkMayAssign(acting, taker);
    if (theCase.assignee === assignee) return;
    this.checkFree(acting);
    await this.changes.make(manager, acting, {
      assignee,
      status: WAITING.includes(theCase.status) ? 'ASSIGNED' : theCase.status,
      pickedUpAt: theCase.pickedUpAt,
    });
  }

  private taker(person: Person, assignee: string): Person {
    if (assignee === person.username) return person;
    const member = this.staff.find(assignee);
    if (member === undefined) throw unknownAssignee();
    return { username: member.username, roles: member.roles, teams: [member.team] };
  }

  private checkMayAssign(acting: Acting, taker: Person): void {
    const theCase = handledCase(acting);
    const toSelf = taker.username === acting.person.username;
    if (!toSelf && !canAssignOthers(acting.person, theCase)) throw notForYou();
    if (!canHandle(taker, theCase)) throw toSelf ? notForYou() : unfitAssignee();
  }

  /** A case that has a handler changes hands only on purpose: by who may, and who saw that it had one. */
  private checkFree(acting: Acting): void {
    const { assignee } = acting.theCase;
    if (assignee === null) return;
    const name = this.staff.find(assignee)?.name ?? assignee;
    if (!canAssignOthers(acting.person, handledCase(acting))) throw alreadyAssigned(name);
    if (acting.basis === 'ANY_VERSION') throw reassignNeedsVersion(name);
  }
}
