import { canReach, type OperatingAccount } from './operating-account.js';

/**
 * How the data folder is named to a PostgreSQL program that is started *inside* it.
 *
 * A lent account may own the folder and yet be unable to walk down to it (a clone below root's closed home).
 * The kernel's link to the working folder leads there without that walk, and stays good in all its children.
 */
export function dataArgument(folder: string, account: OperatingAccount | undefined): string {
  if (!account || process.platform !== 'linux' || canReach(account, folder)) return folder;
  return '/proc/self/cwd';
}
