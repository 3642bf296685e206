import { ServiceAnswered, ServiceUnavailable, statusOf } from '#platform';
import { CrossSiteRefused } from '../page/same-site.guard.js';
import { CsrfRefused } from '../session/session-errors.js';

/** Answers of a service behind us that mean the same to the person in front of us. */
const PASSED_ON = new Set([400, 403, 404, 413, 429]);

/** The status of the page for anything that was thrown. */
export function pageStatus(error: unknown): number {
  if (error instanceof ServiceUnavailable) return 503;
  if (error instanceof CsrfRefused || error instanceof CrossSiteRefused) return 403;
  if (error instanceof ServiceAnswered) return PASSED_ON.has(error.status) ? error.status : 502;
  return statusOf(error);
}
