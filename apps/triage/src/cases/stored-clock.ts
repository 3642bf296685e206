import type { Clock, ClockCode, ClockStepName } from '../clocks/index.js';

/** A clock as a case keeps it: the terms of the policy that started it, whatever later policies say. */
export interface StoredClock {
  code: ClockCode;
  dueAt: string;
  steps: { step: ClockStepName; dueAt: string }[];
}

export function storedClock(clock: Clock): StoredClock {
  return {
    code: clock.code,
    dueAt: clock.dueAt.toISOString(),
    steps: clock.steps.map(({ step, dueAt }) => ({ step, dueAt: dueAt.toISOString() })),
  };
}

/** The due time by which worklists are ordered: the earliest of the clocks. */
export function earliestDue(clocks: readonly StoredClock[]): Date {
  return new Date(Math.min(...clocks.map(({ dueAt }) => Date.parse(dueAt))));
}

/** Until when a person has to have picked the case up; null when no clock has such a step. */
export function pickUpBy(clocks: readonly StoredClock[]): Date | null {
  const due = clocks.flatMap(({ steps }) => steps).filter(({ step }) => step === 'PICK_UP');
  return due.length === 0 ? null : new Date(Math.min(...due.map(({ dueAt }) => Date.parse(dueAt))));
}
