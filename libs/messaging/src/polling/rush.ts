import { setTimeout as delay } from 'node:timers/promises';

/** So many requests at once mean that they come faster than they are answered. */
const RUSH_FROM = 4;
const LOOK_AGAIN_MS = 20;

/**
 * What goes before all other work of a process: a rush of requests, and a crisis on its way. In the local start every service shares one process,
 * so the relays, consumers and workers of all of them ask here for their turn.
 */
export class Rush {
  private underWay = 0;
  private urgent = 0;

  began(): void {
    this.underWay += 1;
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

  private get isOn(): boolean {
    return this.underWay >= RUSH_FROM || this.urgent > 0;
  }

  /**
   * Resolves when the rush is over, and after `longestMs` in any case: a rush that lasts slows other work down, but
   * does not stop it. Without a rush only what waits in the event loop goes first.
   */
  async turn(longestMs: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + longestMs;
    while (this.isOn && performance.now() < until) await delay(LOOK_AGAIN_MS);
  }
}

/** Of this process: a rush at one service is a rush for all that share its event loop. */
export const rush = new Rush();
