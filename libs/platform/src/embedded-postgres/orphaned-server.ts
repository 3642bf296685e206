import { execFile } from 'node:child_process';
import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { isRunning, stopProcess } from './process-ending.js';

const run = promisify(execFile);

/**
 * Ends the server that a killed start left behind on the cluster of this folder, and clears a pid file that names no such
 * server any more (after a crash its number may belong to somebody else's program).
 */
export async function endOrphanedServer(folder: string): Promise<void> {
  const cluster = join(existsSync(folder) ? realpathSync(folder) : folder, 'cluster');
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (pid > 0 && isRunning(pid) && (await isServerOf(pid, cluster))) {
    // SIGINT: "fast" shutdown, sessions are broken off and a checkpoint is written.
    await stopProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000);
  }
  await rm(pidFile, { force: true });
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return (
        basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres') &&
        readlinkSync(`/proc/${pid}/cwd`) === cluster
      );
    } catch {
      return false; // gone in the meantime, or of a user whom we may not look at: not ours
    }
  }
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
  return stdout.includes('postgres') && stdout.includes(cluster);
}
