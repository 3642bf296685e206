import type { Option } from '../design/options.component.js';

const SEPARATOR = '|';
const MOST = 30;

/** A known location as a public search tells it (contract.md 3). */
export interface FoundLocation {
  id: string;
  name: string;
  type?: string;
  municipality: string;
}

export const locationLabel = (location: FoundLocation): string =>
  `${location.name}, ${location.municipality}`;

export const writeFound = (location: FoundLocation): string =>
  `${location.id}${SEPARATOR}${locationLabel(location)}`;

/** Reads the choices of an earlier page back; only for showing, intake checks every id. */
export function readFound(values: string[]): Option[] {
  const options = values.slice(0, MOST).flatMap((text) => {
    const at = text.indexOf(SEPARATOR);
    return at > 0 ? [{ value: text.slice(0, at), label: text.slice(at + 1) }] : [];
  });
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
