import type { Kind, Level } from '#contracts';
import type { DateTime } from 'luxon';
import type { ClockDefinition, ClockTerms, Term } from './clock-terms.js';
import type { Clock, ClockState } from './clock.js';
import { WorkingCalendar } from './working-calendar.js';

const calendars = new WeakMap<ClockTerms, WorkingCalendar>();

/**
 * The terms that run for a melding from its receipt: those of its level, then those of its kind
 * (domain.md 3.1, 3.5). After a raise call it again with the new level: terms always count from `receivedAt`.
 */
export function clocksFor(
  melding: { level: Level; kind: Kind; receivedAt: Date },
  terms: ClockTerms,
): Clock[] {
  const calendar = calendars.get(terms) ?? new WorkingCalendar(terms.office);
  calendars.set(terms, calendar);
  const received = calendar.local(melding.receivedAt);
  const ofKind = terms.byKind.filter(({ kinds }) => kinds.includes(melding.kind));
  return [terms.byLevel[melding.level], ...ofKind.flatMap(({ clocks }) => clocks)].map((definition) =>
    started(definition, received, calendar),
  );
}

/** How a clock stands: met by `metAt` (null = not yet), else overdue once its due time has passed. */
export function clockState(clock: Pick<Clock, 'dueAt'>, metAt: Date | null, now: Date): ClockState {
  if (metAt) return 'MET';
  return now.getTime() > clock.dueAt.getTime() ? 'OVERDUE' : 'RUNNING';
}

function started(definition: ClockDefinition, received: DateTime, calendar: WorkingCalendar): Clock {
  const steps = definition.steps.map(({ step, term }) => ({
    step,
    dueAt: dueAfter(term, received, calendar).toJSDate(),
  }));
  const decisive = steps.find(({ step }) => step === definition.decisiveStep);
  if (!decisive) throw new Error(`Clock ${definition.code} has no step ${definition.decisiveStep}`);
  return { code: definition.code, dueAt: decisive.dueAt, state: 'RUNNING', steps };
}

function dueAfter(term: Term, received: DateTime, calendar: WorkingCalendar): DateTime {
  if ('minutes' in term) {
    const minutes = calendar.isOfficeHour(received) ? term.minutes : term.minutesOutsideOffice;
    return received.plus({ minutes });
  }
  if ('officeHours' in term) {
    const atOffice = calendar.afterOfficeHours(received, term.officeHours);
    const latest = received.plus({ hours: term.neverLaterThanHours });
    return atOffice < latest ? atOffice : latest;
  }
  if ('workingDays' in term) return calendar.endOfWorkingDay(received, term.workingDays);
  if ('calendarDays' in term) return calendar.endOfCalendarDay(received, term.calendarDays);
  return received.plus({ hours: term.hours });
}
