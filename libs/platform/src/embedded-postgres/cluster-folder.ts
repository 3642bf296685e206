import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { OperatingAccount } from './operating-account.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { dataArgument } from './data-argument.js';

const run = promisify(execFile);

/**
 * Makes the cluster below `folder` on the first start and checks on later starts that these programs can read it.
 * @returns the cluster's own folder
 * @throws EmbeddedPostgresError `NEWER_DATA`, `OLDER_DATA`, `OTHER_OWNER`, `DISK_FULL` or `FAILED`
 */
export async function prepareCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: OperatingAccount | undefined,
  password: string,
): Promise<string> {
  const cluster = join(folder, 'cluster');
  await mkdir(folder, { recursive: true });
  if (existsSync(cluster)) {
    await checkOwner(cluster, account);
    await checkVersion(cluster, binaries, account);
    return cluster;
  }
  await initialise(cluster, binaries, account, password);
  return cluster;
}

/** Written aside and renamed when complete, so that a start killed half-way leaves nothing that looks ready. */
async function initialise(
  cluster: string,
  { initdb }: PostgresBinaries,
  account: OperatingAccount | undefined,
  password: string,
): Promise<void> {
  const partial = `${cluster}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  const secrets = await mkdtemp(join(tmpdir(), 'opgroeipunt-initdb-'));
  const passwordFile = join(secrets, 'password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) {
      for (const path of [partial, secrets, passwordFile]) await chown(path, account.uid, account.gid);
    }
    // One locale on every machine: order and case rules must not depend on what is installed there.
    await run(
      initdb,
      [
        `--pgdata=${dataArgument(partial, account)}`,
        `--pwfile=${passwordFile}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { cwd: partial, env: { LC_ALL: 'C', PATH: process.env['PATH'] }, ...account },
    );
    await rename(partial, cluster);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw EmbeddedPostgresError.fromOutput(`initdb: ${described(error)}`);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

function described(error: unknown): string {
  const { stderr = '' } = error as { stderr?: string };
  return `${String(error)}
${stderr}`;
}

async function checkOwner(cluster: string, account: OperatingAccount | undefined): Promise<void> {
  const { uid } = await stat(cluster);
  const expected = account?.uid ?? process.getuid?.() ?? uid;
  if (uid !== expected) {
    throw new EmbeddedPostgresError(
      'OTHER_OWNER',
      `${cluster} belongs to user ${uid}, PostgreSQL would run as user ${expected}`,
    );
  }
}

async function checkVersion(
  cluster: string,
  { postgres }: PostgresBinaries,
  account: OperatingAccount | undefined,
): Promise<void> {
  const data = Number((await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim());
  const { stdout } = await run(postgres, ['--version'], { cwd: '/', ...account });
  const program = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
  if (data === program) return;
  throw new EmbeddedPostgresError(
    data > program ? 'NEWER_DATA' : 'OLDER_DATA',
    `the data are of PostgreSQL ${data}, the program is PostgreSQL ${program}`,
  );
}
