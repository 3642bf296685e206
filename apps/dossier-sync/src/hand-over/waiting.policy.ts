const FIRST_WAIT_MS = 1_000;

/**
 * Milliseconds until the next try: twice the previous wait, up to the longest, give or take a quarter so that
 * meldingen that failed together do not come back together.
 * @param attempts tries so far, at least 1
 * @param chance from 0 up to 1
 */
export function waitAfter(attempts: number, longestMs: number, chance: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), longestMs);
  return Math.round(wait * (0.75 + chance / 2));
}

/**
 * Tells whether a delay is announced: at the first failure, so that everybody knows at once, and then only when
 * the melding still waits after the reminder time, not at each try.
 * @param toldAt when it was announced last; null when never
 */
export function delayIsNews(toldAt: Date | null, now: Date, remindAfterMs: number): boolean {
  return toldAt === null || now.getTime() - toldAt.getTime() >= remindAfterMs;
}
