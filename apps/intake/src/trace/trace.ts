import { labelNl, TRACE_STEPS, type CaseStatus, type TraceStep } from '#contracts';

/** Hand-overs that staff see beside those of the melder (contract.md 4). */
export const STAFF_ONLY_STEPS = ['REGISTRATION_REFUSED', 'DUTY_ALERTED', 'HANDLER_NOTIFIED'] as const;
export type RecordedStep = TraceStep | (typeof STAFF_ONLY_STEPS)[number];

/** Steps that happen once in the life of a melding, however often they are told. */
export const STEPS_ONCE: readonly RecordedStep[] = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'TRIAGED',
  'REGISTERED_IN_DOSSIER',
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

interface Recorded {
  step: RecordedStep;
  at: Date;
}

const isForMelder = (step: RecordedStep): step is TraceStep => TRACE_STEPS.some((known) => known === step);

/** A hand-over that the store refused is for the melder what it is: not done yet. */
const asMelderReads = ({ step, at }: Recorded): Recorded => ({
  step: step === 'REGISTRATION_REFUSED' ? 'DELAYED' : step,
  at,
});

/**
 * The trace as the melder may see it: no alerts or staff, and a delay only while it lasts, told once
 * (contract.md 3).
 */
export function publicTrace(recorded: Recorded[]): PublicStep[] {
  const isRegistered = recorded.some(({ step }) => step === 'REGISTERED_IN_DOSSIER');
  const steps = recorded.map(asMelderReads).filter(({ step }) => !(step === 'DELAYED' && isRegistered));
  return steps.flatMap(({ step, at }, index) => {
    const isRepeatedDelay =
      step === 'DELAYED' && steps.slice(0, index).some((earlier) => earlier.step === 'DELAYED');
    return isForMelder(step) && !isRepeatedDelay ? [{ step, at, label: labelNl('traceStep', step) }] : [];
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
