import type { SecurityPolicy } from '#platform';

/**
 * Pages load nothing but our own style, script and icon, and nothing inline (architecture.md 6).
 * @param formTargets origins that a form may end at, beside our own
 */
export const pagePolicy = (...formTargets: string[]): SecurityPolicy => ({
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'img-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'", ...formTargets],
  'frame-ancestors': ["'none'"],
});

export const policyHeader = (policy: SecurityPolicy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
