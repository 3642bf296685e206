import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../process/operator.error.js';

const POLL_MS = 100;

/** Waits until every service answers 200 on `/health/ready`; tells the last reason of those that do not. */
export async function waitUntilReady(
  urls: string[],
  limitMs: number,
  interrupted: AbortSignal,
): Promise<void> {
  const until = Date.now() + limitMs;
  await Promise.all(
    urls.map(async (url) => {
      for (;;) {
        const reason = await notReady(url);
        if (reason === undefined) return;
        interrupted.throwIfAborted();
        if (Date.now() > until)
          throw new OperatorError(`${url} is na ${limitMs / 1_000} s niet klaar: ${reason}`);
        await delay(POLL_MS);
      }
    }),
  );
}

async function notReady(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/health/ready`);
    const body = await response.text();
    return response.ok ? undefined : body;
  } catch (error) {
    return String(error);
  }
}
