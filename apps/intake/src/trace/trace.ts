import { labelNl, TRACE_STEPS, type CaseStatus, type TraceStep } from '#contracts';

/** Hand-overs that staff see beside those of the melder (contract.md 4). */
export const STAFF_ONLY_STEPS = [
  'REGISTRATION_REFUSED',
  'REGISTRATION_LOST',
  'DUTY_ALERTED',
  'HANDLER_NOTIFIED',
] as const;
export type RecordedStep = TraceStep | (typeof STAFF_ONLY_STEPS)[number];

/** Steps that happen once in the life of a melding, however often they are told. */
export const STEPS_ONCE: readonly RecordedStep[] = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'TRIAGED',
  'DELAYED',
  'REGISTRATION_REFUSED',
  'CLOSED',
  'WITHDRAWN',
];

export interface PublicStep {
  step: TraceStep;
  at: Date;
  label: string;
}

export interface Recorded {
  step: RecordedStep;
  at: Date;
}

/** What says that the dossier does not hold the melding, in three ways. */
export const NOT_IN_DOSSIER: readonly RecordedStep[] = [
  'DELAYED',
  'REGISTRATION_REFUSED',
  'REGISTRATION_LOST',
];

const isForMelder = (step: RecordedStep): step is TraceStep => TRACE_STEPS.some((known) => known === step);

/**
 * Whether the dossier holds the melding now. Counted, so that clocks that jump and events that overtake each other
 * change nothing: the store can lose it only after it had it.
 */
export function isInDossier(recorded: readonly Recorded[]): boolean {
  const times = (wanted: RecordedStep): number => recorded.filter(({ step }) => step === wanted).length;
  return times('REGISTERED_IN_DOSSIER') > times('REGISTRATION_LOST');
}

/**
 * The trace as the melder may see it: no alerts or staff, and a delay only while it lasts, told once. While the dossier
 * does not hold the melding (late, refused or lost) it says that, and not that it was there before (contract.md 3).
 */
export function publicTrace(recorded: readonly Recorded[]): PublicStep[] {
  return whatHolds(recorded).flatMap(({ step, at }) =>
    isForMelder(step) ? [{ step, at, label: labelNl('traceStep', step) }] : [],
  );
}

function whatHolds(recorded: readonly Recorded[]): Recorded[] {
  if (isInDossier(recorded)) {
    const registered = recorded.findLast(({ step }) => step === 'REGISTERED_IN_DOSSIER');
    return recorded.filter(
      (one) =>
        !NOT_IN_DOSSIER.includes(one.step) && (one.step !== 'REGISTERED_IN_DOSSIER' || one === registered),
    );
  }
  const delay = recorded.find(({ step }) => NOT_IN_DOSSIER.includes(step));
  return recorded.flatMap((one): Recorded[] => {
    if (one === delay) return [{ step: 'DELAYED', at: one.at }];
    return NOT_IN_DOSSIER.includes(one.step) || one.step === 'REGISTERED_IN_DOSSIER' ? [] : [one];
  });
}

const STEP_OF_STATUS: Partial<Record<CaseStatus, TraceStep>> = {
  IN_ASSESSMENT: 'IN_ASSESSMENT',
  INFO_REQUESTED: 'INFO_REQUESTED',
  DECIDED: 'DECIDED',
  WITHDRAWN: 'WITHDRAWN',
};

/** The step that a new status means for the trace; undefined when another event tells it, or nobody needs it. */
export const stepOfStatus = (status: CaseStatus): TraceStep | undefined => STEP_OF_STATUS[status];
