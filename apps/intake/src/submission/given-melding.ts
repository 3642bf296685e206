/** What was sent, before its shape is checked: read with care, only to see what is there. */
export type Given = unknown;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths are those of our fields, so they are few. */
const known = new Map<string, string[]>();

function namesIn(path: string): string[] {
  const names = known.get(path) ?? path.split('.');
  known.set(path, names);
  return names;
}

/** The value at a dotted path; undefined when any part is missing. */
export function valueAt(given: Given, path: string): unknown {
  let value = given;
  for (const name of namesIn(path)) {
    if (!isGroup(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Was anything meant by it? Blank texts, nulls, and groups or lists of nothing else were not given. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.values(value).some(isGiven) : true;
}

export const isGivenAt = (given: Given, path: string): boolean => isGiven(valueAt(given, path));
