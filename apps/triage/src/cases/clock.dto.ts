import { ApiProperty } from '@nestjs/swagger';
import { clockState, type ClockCode, type ClockState, type ClockStepName } from '../clocks/index.js';
import type { StoredClock } from './stored-clock.js';

const STATES: ClockState[] = ['RUNNING', 'MET', 'OVERDUE'];

export class ClockStepDto {
  @ApiProperty({ type: String, example: 'PICK_UP' }) step: ClockStepName;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T22:15:00Z' }) dueAt: string;
  @ApiProperty({ enum: STATES, example: 'RUNNING' }) state: ClockState;
}

export class ClockDto {
  @ApiProperty({ type: String, example: 'HIGH_24H' }) code: ClockCode;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T20:15:00Z', description: 'of the decisive step' })
  dueAt: string;
  @ApiProperty({ enum: STATES, example: 'RUNNING' }) state: ClockState;
  @ApiProperty({ type: [ClockStepDto] }) steps: ClockStepDto[];
}

/** How the clocks of a case stand now. Only picking up can have been done so far; decisions come later. */
export function clockDtos(clocks: readonly StoredClock[], pickedUpAt: Date | null, now: Date): ClockDto[] {
  return clocks.map(({ code, dueAt, steps }) => ({
    code,
    dueAt,
    state: clockState({ dueAt: new Date(dueAt) }, null, now),
    steps: steps.map((one) => {
      const metAt = one.step === 'PICK_UP' ? pickedUpAt : null;
      return { ...one, state: clockState({ dueAt: new Date(one.dueAt) }, metAt, now) };
    }),
  }));
}
