import type { CaseStatus } from '#contracts';
import { Outbox, type OutboxEvent } from '#messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseEvents, type NewCaseEvent } from '../cases/case-events.service.js';
import { assignedMessage, crisisAcknowledgedMessage, statusChangedMessage } from '../cases/case-messages.js';
import { Cases } from '../cases/cases.repository.js';
import { handledCase, type Acting } from './acting.js';
import { awaitsAcknowledgement } from './handling.policy.js';

/** What an action changes in who handles a case. */
export interface HandlingChange {
  assignee: string;
  status: CaseStatus;
  pickedUpAt: Date | null;
}

/** Writes who handles a case, with its history and messages, in the transaction of the action. */
@Injectable()
export class HandlingChanges {
  constructor(
    private readonly cases: Cases,
    private readonly events: CaseEvents,
    private readonly outbox: Outbox,
  ) {}

  async make(manager: EntityManager, acting: Acting, change: HandlingChange): Promise<void> {
    const { theCase, person, at } = acting;
    const { assignee: previousAssignee, status: previousStatus } = theCase;
    const acknowledges = awaitsAcknowledgement(handledCase(acting));
    Object.assign(theCase, change, acknowledges ? { crisisAcknowledgedAt: at } : {});
    await this.cases.save(manager, theCase);

    const lines: NewCaseEvent[] = [];
    const messages: OutboxEvent[] = [];
    const by = { at, actor: person.username };
    if (previousAssignee !== change.assignee) {
      const { assignee } = change;
      lines.push({ ...by, type: 'ASSIGNED', detail: { assignee, previousAssignee } });
      messages.push(
        assignedMessage(theCase, { assignee, previousAssignee, assignedBy: person.username, at }),
      );
    }
    if (previousStatus !== change.status) {
      lines.push({ ...by, type: 'STATUS_CHANGED', detail: { status: change.status, previousStatus } });
      messages.push(statusChangedMessage(theCase, previousStatus, at));
    }
    if (acknowledges) {
      lines.push({ ...by, type: 'CRISIS_ACKNOWLEDGED', detail: {} });
      messages.push(crisisAcknowledgedMessage(theCase, person.username, at));
    }
    await this.events.record(manager, theCase.id, ...withReason(lines, acting.sealedReason));
    await this.outbox.publish(manager, ...messages);
  }
}

/** The written reason stands with the first line of what was done. */
const withReason = (lines: NewCaseEvent[], sealedReason: Buffer | null): NewCaseEvent[] =>
  lines.map((line, place) => (place === 0 ? { ...line, sealedReason } : line));
