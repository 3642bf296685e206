import type { Kind, Level } from '#contracts';
import type { ClockCode, ClockStepName } from './clock.js';

/** How long a step may take. Exactly one unit; domain.md 3.1. */
export type Term =
  | { readonly minutes: number; readonly minutesOutsideOffice: number }
  /** Wall clock: runs through nights, weekends and holidays. */
  | { readonly hours: number }
  | { readonly officeHours: number; readonly neverLaterThanHours: number }
  /** Ends at 23:59:59 Belgian time on the n-th working day after the day of receipt. */
  | { readonly workingDays: number }
  /** Ends at 23:59:59 Belgian time on the n-th day after the day of receipt. */
  | { readonly calendarDays: number };

export interface ClockDefinition {
  readonly code: ClockCode;
  readonly steps: readonly { readonly step: ClockStepName; readonly term: Term }[];
  /** The step whose due time is the due time of the clock. */
  readonly decisiveStep: ClockStepName;
}

export interface OfficeTime {
  /** IANA zone. */
  readonly zone: string;
  /** Local times of day, HH:mm. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Country code of the public holidays. */
  readonly holidaysOf: string;
  /** Yearly closure, MM-dd inclusive; no working days. */
  readonly closures: readonly { readonly from: string; readonly to: string }[];
}

/** The part of the policy that says how long everything may take. */
export interface ClockTerms {
  readonly office: OfficeTime;
  readonly byLevel: Readonly<Record<Level, ClockDefinition>>;
  readonly byKind: readonly {
    readonly kinds: readonly Kind[];
    readonly clocks: readonly ClockDefinition[];
  }[];
}
