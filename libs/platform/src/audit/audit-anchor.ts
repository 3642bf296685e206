import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditReader, AuditVerdict } from './verify.js';

/** Where a chain had come at some moment, noted outside its database. */
export interface AuditAnchor {
  sequence: number;
  /** Hash of the row with that sequence, in hexadecimal. */
  hash: string;
  at: string;
}

/** Newest row of the chain; undefined while there is none. */
export async function headOfChain(reader: AuditReader): Promise<Omit<AuditAnchor, 'at'> | undefined> {
  const rows = (await reader.query(
    `SELECT sequence, encode(hash, 'hex') AS hash FROM platform_audit_head WHERE sequence > 0`,
  )) as { sequence: string; hash: string }[];
  return rows[0] && { sequence: Number(rows[0].sequence), hash: rows[0].hash };
}

/** Adds a line to the file; it and its folder are made when they are not there. */
export async function writeAnchor(file: string, anchor: AuditAnchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
}

/** Anchors in the file, oldest first; [] when there is no file. A line that was cut off while it was written is left out. */
export async function readAnchors(file: string): Promise<AuditAnchor[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as AuditAnchor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Whether the chain still holds what was noted outside. Somebody with all rights on the database can remove the last
 * rows or make the whole chain anew so that it fits in itself; it then no longer fits these notes.
 * @returns the first place that does not fit
 */
export async function anchorFault(
  reader: AuditReader,
  anchors: readonly AuditAnchor[],
): Promise<AuditVerdict['fault']> {
  if (anchors.length === 0) return null;
  const rows = (await reader.query(
    `SELECT sequence, entry_id, encode(hash, 'hex') AS hash FROM platform_audit_chain
      WHERE sequence = ANY($1) OR sequence = (SELECT max(sequence) FROM platform_audit_chain)`,
    [anchors.map(({ sequence }) => sequence)],
  )) as { sequence: string; entry_id: string; hash: string }[];
  const found = new Map(rows.map((row) => [Number(row.sequence), row]));
  const last = Math.max(0, ...found.keys());
  for (const { sequence, hash } of [...anchors].sort((a, b) => a.sequence - b.sequence)) {
    const row = found.get(sequence);
    if (row === undefined) return { kind: 'MISSING', sequence: Math.min(sequence, last + 1), entryId: null };
    if (row.hash !== hash) return { kind: 'REWRITTEN', sequence, entryId: row.entry_id };
  }
  return null;
}
