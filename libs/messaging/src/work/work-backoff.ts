import type { Backoff } from '../parking/retry-delay.js';

/** Ordinary work is in no hurry once its first tries failed. */
export const WORK_BACKOFF: Backoff = { firstMs: 500, longestMs: 15 * 60_000 };

/** A crisis has to be picked up within half an hour (domain.md 3.1): an alert is tried soon after its way is open again. */
export const URGENT_WORK_BACKOFF: Backoff = { firstMs: 500, longestMs: 30_000 };
