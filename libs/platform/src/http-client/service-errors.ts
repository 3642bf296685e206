import type { ProblemDetails } from '../problem/problem-details.js';

/** Another service did not answer at all, or said 502, 503 or 504: try again later. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';

  constructor(
    readonly origin: string,
    options?: ErrorOptions,
  ) {
    super(`No answer from ${origin}.`, options);
  }
}

/** Another service refused; the status and its problem say why. */
export class ServiceAnswered extends Error {
  override readonly name = 'ServiceAnswered';

  constructor(
    readonly origin: string,
    readonly status: number,
    readonly problem: Partial<ProblemDetails>,
    readonly headers: Headers,
  ) {
    super(`${origin} answered ${status}${problem.code === undefined ? '' : ` ${problem.code}`}.`);
  }
}
