import type { DecisionContext, OtherMelding } from '../context.js';

/**
 * The meldingen of other submitters than this one, one list per submitter. Each anonymous melding is a submitter
 * of its own (domain.md 3.6.3).
 */
export function bySubmitter(context: DecisionContext, among: readonly OtherMelding[]): OtherMelding[][] {
  const own = new Set(context.submitterKeys.map(normalised));
  const grouped = new Map<string, OtherMelding[]>();
  const anonymous: OtherMelding[][] = [];
  for (const other of among) {
    const key = other.submitterKey === null ? null : normalised(other.submitterKey);
    if (key === null) anonymous.push([other]);
    else if (!own.has(key)) grouped.set(key, [...(grouped.get(key) ?? []), other]);
  }
  return [...grouped.values(), ...anonymous];
}

function normalised(key: string): string {
  return key.trim().toLowerCase();
}
