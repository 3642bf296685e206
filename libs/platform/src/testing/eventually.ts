const TIMEOUT_MS = 15_000;
const PAUSE_MS = 25;

/**
 * Tries a check until it no longer throws and gives its result; waits on the condition, never on a fixed time.
 * @throws the last failure after 15 s
 */
export async function eventually<T>(check: () => Promise<T> | T, timeoutMs = TIMEOUT_MS): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
