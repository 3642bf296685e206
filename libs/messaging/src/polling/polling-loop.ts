import { Logger } from '@nestjs/common';
import { failureReason } from '../parking/failure-reason.js';

export interface PollingOptions {
  /** Longest wait in milliseconds while there is nothing to do; a wake-up ends it at once. */
  idleMs: number;
  /** Longest wait in milliseconds after failures (database or broker away). */
  failureMs: number;
  /** Waited for before a round that follows at once. Without it only what waits in the event loop goes first. */
  turn?: () => Promise<void>;
}

/** What a round tells the loop: there may be more at once, or look again after so many milliseconds. */
export type NextRound = 'AT_ONCE' | number;

/**
 * Repeats a round of work for as long as it runs. LISTEN/NOTIFY is not used: NOTIFY takes a database-wide
 * lock at commit. Instead a commit in this process wakes the loop, and polling finds what others wrote.
 */
export class PollingLoop {
  private readonly logger: Logger;
  private stopping = false;
  private woken = false;
  private failures = 0;
  private endWait: (() => void) | undefined;
  private ended: Promise<void> | undefined;

  constructor(
    readonly name: string,
    private readonly options: PollingOptions,
    private readonly round: () => Promise<NextRound>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.stopping = false;
    this.ended ??= this.repeat();
  }

  /** Ends the present wait, or makes the round that is running be followed by another at once. */
  wake(): void {
    // After a failure the back-off is kept: a wake-up would turn every commit into another failed round.
    if (this.failures > 0) return;
    this.woken = true;
    this.endWait?.();
  }

  /** Waits for the round in hand, then ends. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.endWait?.();
    await this.ended;
    this.ended = undefined;
  }

  private async repeat(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      await this.wait(await this.oneRound());
    }
  }

  private async oneRound(): Promise<number> {
    try {
      const next = await this.round();
      if (this.failures > 0) this.logger.log(`${this.name} goes on after ${this.failures} failed rounds`);
      this.failures = 0;
      return next === 'AT_ONCE' ? 0 : Math.min(Math.max(next, 10), this.options.idleMs);
    } catch (error) {
      this.failures += 1;
      const delay = Math.min(100 * 2 ** this.failures, this.options.failureMs) * (0.75 + Math.random() / 2);
      this.logger.warn(`${this.name} failed, next try in ${Math.round(delay)} ms: ${failureReason(error)}`);
      return delay;
    }
  }

  private async wait(ms: number): Promise<void> {
    if (ms > 0 && !this.woken && !this.stopping) {
      await this.pause(ms);
      if (!this.woken) return;
    }
    if (!this.stopping) await (this.options.turn?.() ?? yieldToOthers());
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.endWait = undefined;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.endWait = end;
    });
  }
}

/** Lets HTTP requests of the same process go first. */
function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
