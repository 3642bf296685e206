import { ProblemException } from '#platform';

const PURPOSE = /^[\p{L}\p{N} .,_-]{1,200}$/u;

/**
 * Why somebody looks, for the audit log (domain.md 9.8), from the header `X-Purpose`. Optional: without it the log
 * still says who looked at what and when.
 * @throws ProblemException 400 when it is no short line of words
 */
export function purposeOf(header: string | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  if (PURPOSE.test(header)) return header;
  throw new ProblemException(400, {
    code: 'INVALID_PURPOSE',
    detail: {
      nl: 'De reden in de header X-Purpose mag hoogstens 200 letters, cijfers en leestekens hebben.',
      en: 'The header X-Purpose must be at most 200 letters, digits and punctuation marks.',
    },
  });
}
