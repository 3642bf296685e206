import type { FileResult } from './jest-run.js';
import { tierOf, type Tier } from './tier.js';

/** A tier, or part of one, that this machine could not run, and why. */
export interface NotRun {
  what: string;
  why: string;
}

export interface Summary {
  lines: string[];
  failed: number;
}

/**
 * One line a tier, what did not run, and the closing line that programs read.
 * On a build server a tier that did not run is a failure: there it must be able to.
 */
export function summarise(
  tiers: Tier[],
  results: FileResult[],
  notRun: NotRun[],
  where: 'BUILD_SERVER' | 'ELSEWHERE',
): Summary {
  const lines = tiers.map((tier) => {
    const own = results.filter(({ file }) => tierOf(file) === tier);
    const { passed, failed, skipped } = total(own);
    return `  ${tier.name.padEnd(12)} ${tier.title.padEnd(36)} ${passed} geslaagd, ${failed} mislukt${skipped ? `, ${skipped} overgeslagen` : ''}`;
  });
  const all = total(results);
  const failed = all.failed + (where === 'BUILD_SERVER' ? notRun.length : 0);
  return {
    failed,
    lines: [
      '',
      ...lines,
      ...notRun.map(({ what, why }) => `  NIET GEDRAAID: ${what}. ${why}`),
      '',
      `${all.passed} passed, ${failed} failed${all.skipped ? `, ${all.skipped} skipped` : ''}`,
    ],
  };
}

function total(results: FileResult[]): Omit<FileResult, 'file'> {
  const sum = (count: (result: FileResult) => number) =>
    results.reduce((all, result) => all + count(result), 0);
  return { passed: sum((r) => r.passed), failed: sum((r) => r.failed), skipped: sum((r) => r.skipped) };
}
