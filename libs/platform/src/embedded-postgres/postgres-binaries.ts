import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { canReach, type OperatingAccount } from './operating-account.js';

/** Full paths of the programs; `version` tells the package that they came from. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Finds the programs of this machine's kind that npm installed, somewhere that `account` can run them. */
export async function postgresBinaries(account: OperatingAccount | undefined): Promise<PostgresBinaries> {
  const installed = await installedBinaries();
  if (!account || canReach(account, installed.postgres)) return installed;
  return copiedBinaries(installed);
}

async function installedBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as PostgresBinaries;
    return { initdb, postgres };
  } catch (error) {
    throw new EmbeddedPostgresError('NO_BINARIES', `${name} is not installed: ${String(error)}`);
  }
}

/**
 * A clone below a closed home folder (root's, for one) cannot be entered by the lent account, so the programs
 * are copied once to a folder that only root writes to.
 */
async function copiedBinaries(installed: PostgresBinaries): Promise<PostgresBinaries> {
  const native = dirname(dirname(installed.postgres));
  const { size, mtimeMs } = await stat(installed.postgres);
  const target = join(await rootOwnedFolder(), `postgres-${size}-${Math.trunc(mtimeMs)}`);
  if (!existsSync(target)) {
    const partial = await mkdtemp(`${target}-`);
    await cp(native, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(join(partial, 'native'), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // another start was first
    });
    await rm(partial, { recursive: true, force: true });
  }
  return { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
}

/** Nobody but root may put programs there: whoever could would run code as the database's account. */
async function rootOwnedFolder(): Promise<string> {
  const folder = join(existsSync('/var/cache') ? '/var/cache' : tmpdir(), 'opgroeipunt');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { uid, mode } = await stat(folder);
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError('FAILED', `${folder} can be written by others than root`);
  }
  return folder;
}
