import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** The user that PostgreSQL runs as, where that is not the user of this process. */
export interface OperatingAccount {
  uid: number;
  gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it an account that every Unix has.
 * Answers `undefined` when this process is an ordinary user: PostgreSQL then simply runs as that user.
 */
export function operatingAccount(passwordFile = '/etc/passwd'): OperatingAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync(passwordFile, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const row = rows.find(([account]) => account === name);
    const uid = Number(row?.[2]);
    const gid = Number(row?.[3]);
    if (row && uid > 0 && gid > 0) return { uid, gid };
  }
  throw new EmbeddedPostgresError(
    'NO_UNPRIVILEGED_ACCOUNT',
    `none of the accounts ${CANDIDATES.join(', ')} exists, and PostgreSQL does not run as root`,
  );
}

/** Whether `account` may walk down to `path`: each folder above it needs the search permission. */
export function canReach(account: OperatingAccount, path: string): boolean {
  const parent = dirname(path);
  return maySearch(account, parent) && (parent === path || canReach(account, parent));
}

function maySearch(account: OperatingAccount, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
