/** How often a signal was found where a careful reader finds it (hit), elsewhere (extra), or not where he does. */
export interface Confusion {
  readonly signal: string;
  readonly hits: number;
  readonly extra: number;
  readonly missed: number;
}

export interface Reading {
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

export function confusionOf(signal: string, readings: readonly Reading[]): Confusion {
  const count = (expected: boolean, found: boolean): number =>
    readings.filter(
      (reading) => reading.expected.includes(signal) === expected && reading.found.includes(signal) === found,
    ).length;
  return { signal, hits: count(true, true), extra: count(false, true), missed: count(true, false) };
}

/** Part of what is there that was found; 1 when nothing was there. */
export function recall({ hits, missed }: Confusion): number {
  return hits + missed === 0 ? 1 : hits / (hits + missed);
}

/** Part of what was found that is there; 1 when nothing was found. */
export function precision({ hits, extra }: Confusion): number {
  return hits + extra === 0 ? 1 : hits / (hits + extra);
}

/** A Markdown table, one row per signal. */
export function confusionTable(rows: readonly Confusion[]): string {
  const line = (row: Confusion): string =>
    `| ${row.signal} | ${row.hits} | ${row.missed} | ${row.extra} | ${recall(row).toFixed(2)} | ${precision(row).toFixed(2)} |`;
  return [
    '| signal | found | missed | found wrongly | recall | precision |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(line),
  ].join('\n');
}
