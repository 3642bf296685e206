import { ServiceAnswered, ServiceUnavailable } from '#platform';

export const DELAY_REASONS = ['STORE_UNAVAILABLE', 'STORE_TIMEOUT', 'STORE_ERROR', 'STORE_NONSENSE'] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

export type StoreFailure =
  | { kind: 'DELAYED'; reason: DelayReason }
  | { kind: 'REFUSED'; code: string }
  /** The store holds another version than the one that was to be changed. */
  | { kind: 'STALE' };

/**
 * Refusals of this melding. Other 4xx (no access, wrong address, too many calls …) are about the link between the
 * two systems: they concern every melding and pass once the link is mended, so they only delay.
 */
const REFUSALS = new Set([400, 409, 410, 413, 415, 422]);
const STALE = new Set([412, 428]);
const CODE = /^[A-Z][A-Z0-9_]{0,79}$/;

/** What came back cannot be true. */
export class StoreNonsenseError extends Error {
  override readonly name = 'StoreNonsenseError';
}

/** What a failed call means for the melding; undefined when the failure is not one of the call. */
export function failureOf(error: unknown): StoreFailure | undefined {
  if (error instanceof ServiceAnswered) return answered(error);
  if (error instanceof ServiceUnavailable) {
    return delayed(isTimeout(error.cause) ? 'STORE_TIMEOUT' : 'STORE_UNAVAILABLE');
  }
  // The headers came in time, the body did not.
  if (isTimeout(error)) return delayed('STORE_TIMEOUT');
  if (error instanceof StoreNonsenseError || nameOf(error) === 'SyntaxError')
    return delayed('STORE_NONSENSE');
  return undefined;
}

function answered({ status, problem }: ServiceAnswered): StoreFailure {
  if (STALE.has(status)) return { kind: 'STALE' };
  if (!REFUSALS.has(status)) return delayed('STORE_ERROR');
  const { code } = problem;
  return { kind: 'REFUSED', code: typeof code === 'string' && CODE.test(code) ? code : `HTTP_${status}` };
}

const delayed = (reason: DelayReason): StoreFailure => ({ kind: 'DELAYED', reason });
const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
const isTimeout = (error: unknown): boolean =>
  nameOf(error) === 'TimeoutError' || nameOf(error) === 'AbortError';
