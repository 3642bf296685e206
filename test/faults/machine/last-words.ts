const MOST_LINES = 40;
const MOST = 3_000;

/** The last lines that a process wrote before it ended. */
export function lastWords(output: string): string {
  return output.trimEnd().split('\n').slice(-MOST_LINES).join(' | ').slice(-MOST);
}
