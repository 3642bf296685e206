import { setTimeout as delay } from 'node:timers/promises';

/** So many requests at once mean that they come faster than they are answered. */
const RUSH_FROM = 4;
const LOOK_AGAIN_MS = 20;
/** Those who are answered together send their next requests a moment later: a rush has short gaps. */
const GAP_MS = 60;
/**
 * How long bulk work lets others go first before it takes a turn all the same. While it works it slows down who sends a
 * melding, and afterwards it catches up; what is urgent never waits here.
 */
const LONGEST_WAIT_MS = 5_000;

/**
 * What goes before all other work of a process: a rush of requests, and a crisis on its way. In the local start every
 * service shares one process, so the relays, consumers and workers of all of them ask here for their turn.
 */
export class Rush {
  private underWay = 0;
  private urgent = 0;
  private lastSeen = -Infinity;

  constructor(private readonly longestWaitMs = LONGEST_WAIT_MS) {}

  began(): void {
    this.underWay += 1;
    this.look();
  }

  ended(): void {
    this.underWay -= 1;
  }

  /** Does urgent work: as long as it lasts, bulk work that asks for its turn waits. */
  async urgently<T>(work: () => Promise<T>): Promise<T> {
    this.urgent += 1;
    try {
      return await work();
    } finally {
      this.urgent -= 1;
    }
  }

  private look(): void {
    if (this.underWay >= RUSH_FROM) this.lastSeen = performance.now();
  }

  private get isOn(): boolean {
    this.look();
    return this.urgent > 0 || performance.now() - this.lastSeen < GAP_MS;
  }

  /**
   * Resolves when the rush is over, and after the longest wait in any case: a rush that lasts slows other work down,
   * but does not stop it. Without a rush only what waits in the event loop goes first.
   */
  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + this.longestWaitMs;
    while (this.isOn && performance.now() < until) await delay(LOOK_AGAIN_MS);
  }
}

/** Of this process: a rush at one service is a rush for all that share its event loop. */
export const rush = new Rush();
