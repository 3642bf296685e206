import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serviceDatabases } from '../../system/data-folder.js';
import { query, tablesOf } from '../database/query.js';
import type { Canary } from './canary.js';

/** Files below a folder whose bytes hold a canary: heaps, indexes, write-ahead log, logs and keys alike. */
export function filesWith(canary: Canary, folder: string): string[] {
  const needles = canary.needles();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = bytesOf(file);
      return needles.some((needle) => bytes.includes(needle));
    })
    .map((file) => relative(folder, file));
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    // A running database removes files of its own.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Tables, outbox and audit log included, with a row that holds a canary: also where the pages are compressed. */
export async function tablesWith(canary: Canary): Promise<string[]> {
  const found: string[] = [];
  const texts = [canary.mark, canary.digits];
  const patterns = texts.flatMap((text) => [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`]);
  for (const database of serviceDatabases()) {
    for (const table of await tablesOf(database)) {
      const rows = await query(database, `SELECT 1 FROM "${table}" t WHERE t::text ILIKE ANY($1) LIMIT 1`, [
        patterns,
      ]);
      if (rows.length > 0) found.push(`${database}.${table}`);
    }
  }
  return found;
}
