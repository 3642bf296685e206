const WEAK_OR_STRONG = /^(W\/)?"([^"]*)"$/;

/** Entity tag of a version of a melding. */
export const entityTag = (version: number): string => `"${version}"`;

/**
 * Tells whether `If-Match` allows a change of this version (RFC 9110, 13.1.1): a list of tags compared
 * strongly, so a weak tag never matches, or `*` for any version.
 */
export function ifMatchAllows(header: string, version: number): boolean {
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => {
    const [, weak, value] = WEAK_OR_STRONG.exec(tag.trim()) ?? [];
    return weak === undefined && value === String(version);
  });
}
