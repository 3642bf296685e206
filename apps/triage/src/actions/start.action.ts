import { CLOSED_STATUSES } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StaffDirectory } from '../staff/staff-directory.js';
import { handledCase, type Acting } from './acting.js';
import { alreadyAssigned, alreadyStarted, caseClosed, notForYou } from './action.problems.js';
import { HandlingChanges } from './handling-changes.service.js';
import { awaitsAcknowledgement, canHandle, NOT_STARTED } from './handling.policy.js';

/** Takes a case up. Who starts a case without a handler becomes its handler. */
@Injectable()
export class StartAction {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly changes: HandlingChanges,
  ) {}

  async perform(manager: EntityManager, acting: Acting): Promise<void> {
    const { theCase, person, at } = acting;
    if (CLOSED_STATUSES.includes(theCase.status)) throw caseClosed();
    if (!canHandle(person, handledCase(acting))) throw notForYou();
    const { assignee } = theCase;
    if (assignee !== null && assignee !== person.username) {
      throw alreadyAssigned(this.staff.find(assignee)?.name ?? assignee);
    }
    const notStarted = NOT_STARTED.includes(theCase.status);
    if (!notStarted && !awaitsAcknowledgement(handledCase(acting))) throw alreadyStarted();
    await this.changes.make(manager, acting, {
      assignee: person.username,
      status: notStarted ? 'IN_ASSESSMENT' : theCase.status,
      pickedUpAt: theCase.pickedUpAt ?? at,
    });
  }
}
