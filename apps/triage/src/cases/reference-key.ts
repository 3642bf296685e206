/** What people put between and around the signs of a reference when they type or paste it. */
const AROUND = /[\s.,;:#()'"/\u2010-\u2015-]/g;
const SIGNS = /^[A-Z0-9]*$/;

/**
 * A reference as it is searched: `op-7k3m-q9xd`, `7K3M Q9XD` and `OP7K3MQ9XD` are the same.
 * @returns empty for what cannot be one: `%ff`, bytes that are no text, must not find every reference that begins
 *   with FF
 */
export function referenceKey(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(AROUND, '')
    .replace(/^OP(?=.)/, '');
  return SIGNS.test(signs) ? signs : '';
}
