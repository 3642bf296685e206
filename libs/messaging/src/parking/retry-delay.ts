export interface Backoff {
  /** Milliseconds before the second try. */
  firstMs: number;
  /** The wait grows no further than this, in milliseconds. */
  longestMs: number;
}

/**
 * Milliseconds before the next try: four times the previous wait, up to the longest, give or take a quarter so
 * that what failed together does not come back together.
 * @param attempts tries so far, at least 1
 */
export function retryDelay(attempts: number, backoff: Backoff): number {
  const wait = Math.min(backoff.firstMs * 4 ** (attempts - 1), backoff.longestMs);
  return Math.round(wait * (0.75 + Math.random() / 2));
}
