import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PollingLoop, type NextRound } from './polling-loop.js';

const AN_HOUR = 3_600_000;
Logger.overrideLogger(false);

/** A loop whose rounds end when the test says so. */
function loopOf(round: (n: number) => Promise<NextRound>): {
  loop: PollingLoop;
  reached(n: number): Promise<void>;
} {
  const waiting = new Map<number, () => void>();
  let count = 0;
  const loop = new PollingLoop('test', { idleMs: AN_HOUR, failureMs: 1 }, () => {
    count += 1;
    waiting.get(count)?.();
    return round(count);
  });
  const reached = (n: number): Promise<void> =>
    n <= count ? Promise.resolve() : new Promise((resolve) => waiting.set(n, resolve));
  return { loop, reached };
}

describe('PollingLoop', () => {
  let started: PollingLoop | undefined;
  afterEach(() => started?.stop());

  it('goes on at once while there is work, then waits until it is woken', async () => {
    const { loop, reached } = loopOf(async (n) => (n < 3 ? 'AT_ONCE' : AN_HOUR));
    started = loop;
    loop.start();
    await reached(3);
    loop.wake();
    await reached(4);
  });

  it('does not miss a wake-up that comes while a round runs', async () => {
    const gate = Promise.withResolvers<void>();
    const { loop, reached } = loopOf(async (n) => {
      if (n === 1) await gate.promise;
      return AN_HOUR;
    });
    started = loop;
    loop.start();
    await reached(1);
    loop.wake();
    gate.resolve();
    await reached(2);
  });

  it('goes on after a round that fails', async () => {
    const { loop, reached } = loopOf(async (n) => {
      if (n < 3) throw new Error('database away');
      return AN_HOUR;
    });
    started = loop;
    loop.start();
    await reached(3);
  });

  it('finishes the round in hand before it has stopped', async () => {
    const gate = Promise.withResolvers<void>();
    let finished = false;
    const { loop, reached } = loopOf(async () => {
      await gate.promise;
      finished = true;
      return 'AT_ONCE';
    });
    loop.start();
    await reached(1);
    const stopped = loop.stop();
    gate.resolve();
    await stopped;
    expect(finished).toBe(true);
  });
});
