import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until the answer is there.
 * @param probe gives the awaited value, or undefined while it is not there yet; an exception counts as "not yet"
 * @param what said in the error when it does not come
 * @param patience milliseconds before giving up: generous, since it bounds a hang and times nothing
 * @param pauseMs between two questions; longer where asking costs what is waited for
 */
export async function waitUntil<T>(
  probe: () => Promise<T | undefined>,
  what: string,
  patience = 30_000,
  pauseMs = 50,
): Promise<T> {
  const until = Date.now() + patience;
  let lastError: unknown;
  while (Date.now() < until) {
    try {
      const value = await probe();
      if (value !== undefined) return value;
    } catch (error) {
      lastError = error;
    }
    await pause(pauseMs);
  }
  throw new Error(`Waited in vain for ${what}`, { cause: lastError });
}
