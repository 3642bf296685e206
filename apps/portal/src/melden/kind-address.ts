import { PUBLIC_KINDS, type Kind } from '#contracts';

/** `/melden/klacht-opvang` for KLACHT_OPVANG. */
export const kindAddress = (kind: Kind): string => `/melden/${kind.toLowerCase().replaceAll('_', '-')}`;

/** The kind behind the last part of an address; undefined when there is no public form for it. */
export function kindAt(slug: string): Kind | undefined {
  const code = slug.toUpperCase().replaceAll('-', '_');
  return slug === slug.toLowerCase() ? PUBLIC_KINDS.find((kind) => kind === code) : undefined;
}
