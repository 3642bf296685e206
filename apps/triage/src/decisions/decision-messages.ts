import type { OutboxEvent } from '#messaging';
import { crisisRaisedMessage, levelChangedMessage, triagedMessage } from '../cases/case-messages.js';
import { pickUpBy, storedClock } from '../cases/stored-clock.js';
import type { TriageCase } from '../cases/triage-case.entity.js';
import { clocksFor, type ClockTerms } from '../clocks/index.js';
import type { Announcement } from './announcements.js';
import type { DecisionStep } from './decision-step.js';

/** What the other services hear of a decision. */
export function decisionMessages(
  theCase: TriageCase,
  step: DecisionStep,
  told: readonly Announcement[],
  terms: ClockTerms,
): OutboxEvent[] {
  const { at, cause, previousLevel } = step;
  return told.map((announcement) => {
    switch (announcement) {
      case 'CRISIS_RAISED':
        return crisisRaisedMessage(theCase, { at, pickUpBy: crisisPickUpBy(theCase, at, terms) });
      case 'TRIAGED':
        return triagedMessage(theCase, at);
      case 'LEVEL_CHANGED':
        return levelChangedMessage(theCase, {
          previousLevel: previousLevel ?? theCase.level,
          cause: cause === 'RECEIVED' ? 'CONTEXT' : cause,
          at,
        });
    }
  });
}

/** A case that becomes a crisis later cannot have been picked up before it was one. */
function crisisPickUpBy(theCase: TriageCase, at: Date, terms: ClockTerms): Date {
  const receivedAt = theCase.openedAt.getTime() === at.getTime() ? theCase.receivedAt : at;
  const clocks = clocksFor({ level: 'CRISIS', kind: theCase.kind, receivedAt }, terms);
  return pickUpBy(clocks.map(storedClock)) ?? at;
}
