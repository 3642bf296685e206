import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { KAFKA_FILE, tierOf } from './tier.js';

/**
 * The ways in which Jest is started: without the system, beside a running system, by compose file, and with
 * systems that are broken on purpose. Journeys have
 * a system of their own, since meldingen of other tests would be history there and raise theirs (R-C8, B-1); so has
 * hardening, since it uses up how often a follow-up code may be guessed.
 */
export type Run = 'PARTS' | 'JOURNEYS' | 'SYSTEM' | 'HARDENING' | 'COMPOSE' | 'FAULTS';

const SYSTEM_FILE = /^test\/(browser|contract\/running)\//;

/** Every test file of the wanted tiers, by the run that it belongs to. */
export function testFiles(
  root: string,
  tiers: string[],
  kafka: 'WITH_KAFKA' | 'WITHOUT_KAFKA',
): Map<Run, string[]> {
  const runs = new Map<Run, string[]>();
  for (const file of specs(root)) {
    if (!tiers.includes(tierOf(file)?.name ?? '')) continue;
    if (kafka === 'WITHOUT_KAFKA' && KAFKA_FILE.test(file)) continue;
    const run = runOf(file);
    runs.set(run, [...(runs.get(run) ?? []), file]);
  }
  return runs;
}

function runOf(file: string): Run {
  if (file.startsWith('test/compose/')) return 'COMPOSE';
  if (/^test\/faults\/[^/]+$/.test(file)) return 'FAULTS';
  if (file.startsWith('test/journeys/')) return 'JOURNEYS';
  if (file.startsWith('test/hardening/')) return 'HARDENING';
  return SYSTEM_FILE.test(file) ? 'SYSTEM' : 'PARTS';
}

/** Spec files of the repository, relative to its root. */
export function specs(root: string): string[] {
  return ['apps', 'libs', 'deploy', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.spec\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort(),
  );
}
