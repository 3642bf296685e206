const MOST_LINES = 8;
const MOST = 1_200;

/** The last lines that a process wrote before it ended. */
export function lastWords(output: string): string {
  return output.trimEnd().split('\n').slice(-MOST_LINES).join(' | ').slice(-MOST);
}
