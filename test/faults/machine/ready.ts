import { waitUntil } from '../../system/wait-until.js';

/** As long as a service may take to start on a slow machine that does other things, too. */
export const LONGEST_START_MS = 60_000;
/** Asked without a pause, a slow machine would do little else. */
const ASK_AGAIN_MS = 500;
const READY_WITHIN_MS = 120_000;

/** Waits until each of these services says that it lives and is ready. */
export async function untilAllReady(urls: string[], withinMs = READY_WITHIN_MS): Promise<void> {
  await Promise.all(
    urls.flatMap((url) =>
      ['live', 'ready'].map((question) =>
        waitUntil(
          async () => {
            const signal = AbortSignal.timeout(5_000);
            const answer = await fetch(`${url}/health/${question}`, { signal });
            const text = await answer.text();
            if (!answer.ok) throw new Error(text);
            return true;
          },
          `${url} to be ${question}`,
          withinMs,
          ASK_AGAIN_MS,
        ),
      ),
    ),
  );
}
