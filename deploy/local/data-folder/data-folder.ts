import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../process/operator.error.js';

/** Layout of the folder; a later layout gets the next number, and older programs refuse it. */
const FORMAT = 1;

/** Paths within the folder that keeps everything between runs. */
export interface DataFolder {
  root: string;
  lock: string;
  secrets: string;
  postgres: string;
  signingKeys: string;
  keys: string;
  files: string;
  log: string;
}

export function dataFolderPaths(env: Record<string, string | undefined>, cwd: string): DataFolder {
  const root = resolve(cwd, env['OPGROEIPUNT_DATA_DIR'] || '.data');
  return {
    root,
    lock: join(root, 'running.json'),
    secrets: join(root, 'secrets.json'),
    postgres: join(root, 'postgres'),
    signingKeys: join(root, 'identity', 'signing-keys.json'),
    keys: join(root, 'keys'),
    files: join(root, 'files'),
    log: join(root, 'logs', 'opgroeipunt.log'),
  };
}

/** Where a service notes how far its audit chain has come. */
export const auditAnchorFile = ({ root }: Pick<DataFolder, 'root'>, service: string): string =>
  join(root, 'audit', `${service}.jsonl`);

/** Makes the folder on the first run. @throws OperatorError when a newer program wrote it */
export function prepareDataFolder(folder: DataFolder): void {
  for (const path of [folder.root, folder.keys, folder.files, join(folder.root, 'logs')]) {
    mkdirSync(path, { recursive: true });
  }
  const marker = join(folder.root, 'format.json');
  if (!existsSync(marker)) writeFileSync(marker, JSON.stringify({ format: FORMAT }));
  const { format } = JSON.parse(readFileSync(marker, 'utf8')) as { format: number };
  if (format > FORMAT) {
    throw new OperatorError(
      `De gegevens in ${folder.root} zijn van een nieuwere versie van dit programma. Start die versie, of kies een andere map met OPGROEIPUNT_DATA_DIR. Er is niets gewijzigd.`,
    );
  }
}
