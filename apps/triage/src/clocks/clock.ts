export type ClockCode = 'CRISIS' | 'HIGH_24H' | 'NORMAL' | 'LOW' | 'ACK_10D' | 'ANSWER_45D';
export type ClockState = 'RUNNING' | 'MET' | 'OVERDUE';
export type ClockStepName = 'PICK_UP' | 'FIRST_DECISION' | 'TERUGKOPPELING' | 'ACKNOWLEDGEMENT' | 'ANSWER';

export interface ClockStep {
  readonly step: ClockStepName;
  readonly dueAt: Date;
}

/** One running term. `dueAt` is the moment of its decisive step: the first decision, or the answer. */
export interface Clock {
  readonly code: ClockCode;
  readonly dueAt: Date;
  readonly state: ClockState;
  readonly steps: readonly ClockStep[];
}
