// Terms of domain.md 3.1 and 3.5, Belgian time.
export type { Clock, ClockCode, ClockState, ClockStep, ClockStepName } from './clock.js';
export type { ClockTerms } from './clock-terms.js';
export { clocksFor, clockState } from './clocks-for.js';
