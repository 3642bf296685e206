import { performance } from 'node:perf_hooks';

/** How long a round is put off at most. */
const LONGEST_MS = 100;

/**
 * Lets whoever waits for an answer go before background work: the busier the event loop was since the last round,
 * the longer the next one waits, and the more it then does at once. An idle process waits for nothing.
 */
export class EventLoopPace {
  private last = performance.eventLoopUtilization();

  /** Milliseconds to wait before the next round. */
  next(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.last);
    this.last = now;
    return paceFor(utilization);
  }
}

/** @param utilization share of the time that the event loop was at work, 0 to 1 */
export const paceFor = (utilization: number): number => Math.round(utilization ** 2 * LONGEST_MS);
