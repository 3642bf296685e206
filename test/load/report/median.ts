/** The middle value; rounds that another program on the machine disturbed do not pull it. */
export function median(values: number[]): number {
  return percentile(values, 50);
}

/** The value below which so many of a hundred lie. */
export function percentile(values: number[], hundredths: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const index = Math.min(ordered.length - 1, Math.ceil((hundredths / 100) * ordered.length) - 1);
  return ordered[Math.max(0, index)] ?? NaN;
}
