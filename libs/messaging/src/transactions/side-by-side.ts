import { BatchPartError } from './batches.js';

/**
 * Runs the tasks of one transaction: those of one key in their order, those of other keys at the same time. Resolves or
 * rejects when none runs any more, so that the transaction can end.
 * @throws BatchPartError or whatever the first task that failed threw
 */
export async function sideBySide<T, R>(
  items: readonly T[],
  keyOf: (item: T) => string,
  task: (item: T, place: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const places = Map.groupBy(items.keys(), (place) => keyOf(items[place]!));
  const ended = await Promise.allSettled(
    [...places.values()].map(async (ofKey) => {
      for (const place of ofKey) results.set(place, await task(items[place]!, place));
    }),
  );
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  // After the first failure the database refuses all that follows: those others did not fail by themselves.
  const [own] = failures.filter((failure) => !isAborted(failure));
  if (failures.length > 0) throw own ?? failures[0];
  return items.map((_item, place) => results.get(place)!);
}

/** in_failed_sql_transaction */
function isAborted(failure: unknown): boolean {
  const cause = failure instanceof BatchPartError ? failure.cause : failure;
  const driver: unknown =
    typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'driverError') : undefined;
  return typeof driver === 'object' && driver !== null && Reflect.get(driver, 'code') === '25P02';
}
