import type { LookupAnswer } from './provider-lookup.js';

/**
 * Reads the list of mails found out of a look-up's answer.
 * @param path dotted; empty when the answer itself is the list
 * @throws when there is no list or count at that place: an error page must never count as "not taken"
 */
export function answerIn(body: unknown, path: string): LookupAnswer {
  const found = path
    .split('.')
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => memberOf(value, step), body);
  const count = Array.isArray(found) ? found.length : found;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    throw new Error('the look-up answered without a list of mails');
  return count > 0 ? 'TAKEN' : 'NOT_TAKEN';
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
