/** A comparison as dossier-sync shows it (`GET /api/v1/reconciliation/runs`). */
export interface ComparisonRun {
  id: string;
  state: 'RUNNING' | 'FINISHED';
  accepted: number;
  registered: number;
  waiting: number;
  refused: number;
  differences: { meldingId: string; difference: string; owner: string }[];
}

/** What the operator reads: the counts, which add up, and each difference with its owner. */
export function comparisonText({
  accepted,
  registered,
  waiting,
  refused,
  differences,
}: ComparisonRun): string {
  const counts = [
    `Aanvaard door intake    ${accepted}`,
    `  in het dossier        ${registered}`,
    `  wacht op het dossier  ${waiting}`,
    `  geweigerd             ${refused}`,
    `Verschillen             ${differences.length}`,
  ];
  const lines = differences.map(
    ({ meldingId, difference, owner }) => `  ${meldingId}  ${difference.padEnd(17)}  voor ${owner}`,
  );
  return [...counts, ...lines].join('\n');
}
