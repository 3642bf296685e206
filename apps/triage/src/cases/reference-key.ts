/** A reference as it is searched: `op-7k3m-q9xd`, `7K3M Q9XD` and `OP7K3MQ9XD` are the same. */
export function referenceKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^OP(?=.)/, '');
}
