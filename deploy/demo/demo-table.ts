import type { DemoResult } from './run-demo.js';

const HEAD = ['', 'Melding', 'Kenmerk', 'Niveau', 'Redenen', 'Wachtrij', 'Dossier', 'Berichten'];

/** One row a melding, in columns that fit their content. */
export function demoTable(results: DemoResult[]): string {
  const rows = [HEAD, ...results.map(row)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row({ fixture, reference, outcome, differences }: DemoResult): string[] {
  return [
    differences.length === 0 ? '✓' : '✗',
    fixture.id,
    reference,
    outcome.level ?? '–',
    outcome.reasons.join(' '),
    outcome.queue ?? '–',
    outcome.dossierNumber ?? '–',
    outcome.messages.join(' ') || '–',
  ];
}

/** What did not match, a line each. */
export function mismatches(results: DemoResult[]): string[] {
  return results
    .filter(({ differences }) => differences.length > 0)
    .map(({ fixture, differences }) => `${fixture.id}: ${differences.join('; ')}`);
}
