import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWithProgress } from './progress.mjs';

const SOURCES = ['apps', 'libs', 'deploy'];
const STAMP = '.build-stamp';

/** Whether `dist` was built from the sources as they are now. */
export function isBuilt(root) {
  const stamp = join(root, 'dist', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/** Builds aside and swaps, so that a build that was broken off never leaves half a program. */
export async function build(root) {
  const next = join(root, 'dist.next');
  rmSync(next, { recursive: true, force: true });
  const before = fingerprint(root);
  await runWithProgress(
    'Bouwen',
    join(root, 'node_modules', '.bin', 'node'),
    [
      join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'),
      ...SOURCES,
      '-d',
      next,
      '--copy-files',
      '--quiet',
    ],
    { cwd: root, hint: 'Het bouwen is mislukt.' },
  );
  writeFileSync(join(next, STAMP), before);
  const previous = join(root, 'dist.previous');
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), previous);
  renameSync(next, join(root, 'dist'));
  rmSync(previous, { recursive: true, force: true });
}

function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  add('.swcrc');
  for (const folder of SOURCES) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
    for (const file of files.sort()) add(file);
  }
  return hash.digest('hex');
}
