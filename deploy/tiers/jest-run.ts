import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** What became of the tests of one file. */
export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Runs Jest on these files, showing its own report, and counts. A file that could not even be loaded is one failure. */
export async function runJest(
  root: string,
  config: string,
  files: string[],
  workers: number,
): Promise<FileResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opgroeipunt-tests-'));
  const report = join(folder, 'report.json');
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      `--config=${config}`,
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
      '--runTestsByPath',
      ...files,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  try {
    await once(jest, 'exit');
    if (!existsSync(report)) return [{ file: `${files[0]} …`, passed: 0, failed: 1, skipped: 0 }];
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    return testResults.map(({ name, status, assertionResults }) => {
      const count = (...wanted: string[]) =>
        assertionResults.filter((one) => wanted.includes(one.status)).length;
      const failed = count('failed');
      return {
        file: relative(root, name).split(sep).join('/'),
        passed: count('passed'),
        failed: failed === 0 && status === 'failed' ? 1 : failed,
        skipped: count('pending', 'skipped', 'todo', 'disabled'),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
