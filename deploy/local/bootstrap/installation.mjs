import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWithProgress } from './progress.mjs';

/** Whether node_modules holds what package-lock.json asks for (npm keeps its own account of that). */
export function isInstalled(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  // The pinned Node appears only after its install script has run.
  if (!existsSync(account) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(account);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path];
    // Optional packages are those of other operating systems: absent is fine, another version is not.
    return path === '' || (found ? found.version === version : Boolean(optional || devOptional));
  });
}

/**
 * Exactly the versions of the lock file, which stays as it is. Not `npm ci`: that refuses a lock file from a registry
 * that offers only some machines' optional packages.
 */
export async function install(root) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const options = ['--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await runWithProgress('Pakketten installeren', program, [...first, 'install', ...options], {
    cwd: root,
    hint: 'De installatie van de pakketten is mislukt. De eerste keer is een verbinding met het npm-register nodig.',
  });
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
