const FIRST_MS = 500;
/** A text may hold a danger that nobody ticked, so even after a long outage of intake it is asked for often. */
const LONGEST_MS = 30_000;

/** Milliseconds before a text is asked for again: doubling, up to half a minute, with up to a quarter of jitter. */
export function waitBeforeNextTry(attempts: number): number {
  const wait = Math.min(FIRST_MS * 2 ** attempts, LONGEST_MS);
  return wait * (0.75 + Math.random() / 4);
}
