/** The part of `EXPLAIN (ANALYZE, FORMAT JSON)` that says what a step of a plan read. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** How many rows of cases, or entries of their indexes, a plan read; those that a condition then left out too. */
export function casesReadBy(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + casesReadBy(child), 0);
  const ofCases = node['Relation Name'] === 'triage_case' || node['Index Name']?.startsWith('triage_case');
  if (!ofCases) return below;
  const leftOut = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + (node['Actual Rows'] + leftOut) * node['Actual Loops'];
}
