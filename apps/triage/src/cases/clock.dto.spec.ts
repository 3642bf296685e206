import { describe, expect, it } from '@jest/globals';
import { clockDtos } from './clock.dto.js';
import type { StoredClock } from './stored-clock.js';

const CRISIS: StoredClock = {
  code: 'CRISIS',
  dueAt: '2026-03-02T13:00:00.000Z',
  steps: [
    { step: 'PICK_UP', dueAt: '2026-03-02T09:15:00.000Z' },
    { step: 'FIRST_DECISION', dueAt: '2026-03-02T13:00:00.000Z' },
  ],
};
const statesAt = (time: string, pickedUpAt: Date | null): string[] =>
  clockDtos([CRISIS], pickedUpAt, new Date(`2026-03-02T${time}Z`)).flatMap(({ state, steps }) => [
    state,
    ...steps.map((step) => step.state),
  ]);

describe('clocks of a case', () => {
  it('run until their time has passed', () => {
    expect(statesAt('09:15:00', null)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    expect(statesAt('09:15:01', null)).toEqual(['RUNNING', 'OVERDUE', 'RUNNING']);
    expect(statesAt('13:00:01', null)).toEqual(['OVERDUE', 'OVERDUE', 'OVERDUE']);
  });

  it('show picking up as met once a person started', () => {
    expect(statesAt('09:20:00', new Date('2026-03-02T09:10:00Z'))).toEqual(['RUNNING', 'MET', 'RUNNING']);
  });
});
