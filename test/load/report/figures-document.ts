import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import type { Figure } from './figure.ts';

const GIB = 1024 ** 3;

/** docs/figures.md as one run wrote it. */
export function figuresDocument(run: {
  figures: Figure[];
  command: string;
  at: Date;
  loadBefore: number;
  postgres: string;
}): string {
  const { figures, command, at, loadBefore, postgres } = run;
  const rows = figures.map(
    ({ title, measured, aim, met }) => `| ${title} | ${measured} | ${aim} | ${verdict(met)} |`,
  );
  return `# Figures

Written by \`${command}\` on ${at.toISOString().slice(0, 10)}; do not edit. What the figures mean, what profiles showed and
why an aim is missed: \`docs/performance.md\`.

- Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / GIB)} GiB, ${type()} ${release()}
- Load average when the run began: ${loadBefore.toFixed(1)} (above the number of processors, other programs had a share)
- Node ${process.versions.node}, PostgreSQL ${postgres}, commit ${commit()}
- Ratios come from alternating rounds within the run, each the median of its rounds.

| figure | measured | aim | |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function verdict(met: boolean | null): string {
  if (met === null) return '';
  return met ? 'met' : '**missed**';
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown (not a git clone)';
  }
}
