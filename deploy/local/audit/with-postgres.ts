import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import type { DataFolder } from '../data-folder/data-folder.js';
import { FolderLock, runningSystem } from '../data-folder/folder-lock.js';
import { LocalSecrets } from '../data-folder/local-secrets.js';
import { localPorts } from '../ports/local-ports.js';

/** Lends the running system's database server, or starts it for as long as the work takes. */
export async function withPostgres(
  folder: DataFolder,
  work: (adminUrl: string) => Promise<void>,
): Promise<void> {
  const password = new LocalSecrets(folder.secrets).get('postgres');
  const running = runningSystem(folder.lock);
  if (running) {
    await work(
      `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${running.ports.postgres}/postgres`,
    );
    return;
  }
  const ports = localPorts(process.env);
  const lock = FolderLock.take(folder.lock, ports);
  try {
    const postgres = await startEmbeddedPostgres({ folder: folder.postgres, port: ports.postgres, password });
    try {
      await work(postgres.adminUrl);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
