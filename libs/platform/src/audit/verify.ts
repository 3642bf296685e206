import { createHash } from 'node:crypto';
import { payloadOf } from './audit-payload.js';

/** Anything that can run SQL: a TypeORM DataSource, EntityManager or QueryRunner. */
export interface AuditReader {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

export type AuditFault = 'ALTERED' | 'MISSING' | 'REORDERED' | 'UNCHAINED' | 'REWRITTEN';

export interface AuditVerdict {
  /** Rows found in order before the first fault, or all rows. */
  checked: number;
  fault: { kind: AuditFault; sequence: number; entryId: string | null } | null;
}

interface ChainedRow {
  sequence: string;
  entry_id: string;
  previous_hash: Buffer;
  hash: Buffer;
  payload: string | null;
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  action: string;
  subject: string;
  purpose: string | null;
}

const BATCH = 1_000;
const START = Buffer.alloc(32);

const hashOf = (previous: Buffer, sequence: number, payload: string): Buffer =>
  createHash('sha256').update(previous).update(`${sequence}:${payload}`, 'utf8').digest();

/** The columns are for searching, the payload is what was hashed: both must tell the same. */
function columnsMatch(row: ChainedRow, payload: string): boolean {
  const parts = JSON.parse(payload) as unknown[];
  const columns = {
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    subject: row.subject,
    purpose: row.purpose,
    detail: parts[7],
  };
  return payloadOf(columns) === payload;
}

function faultOf(row: ChainedRow, expected: number, previous: Buffer): AuditFault | undefined {
  const sequence = Number(row.sequence);
  if (sequence !== expected || row.payload === null) return 'MISSING';
  const intact = hashOf(row.previous_hash, sequence, row.payload).equals(row.hash);
  if (!row.previous_hash.equals(previous)) return 'REORDERED';
  return intact && columnsMatch(row, row.payload) ? undefined : 'ALTERED';
}

async function batchAfter(reader: AuditReader, sequence: number): Promise<ChainedRow[]> {
  return (await reader.query(
    `SELECT c.sequence, c.entry_id, c.previous_hash, c.hash, e.payload, e.id, e.at, e.actor_kind, e.actor_id, e.action,
            e.subject, e.purpose
       FROM platform_audit_chain c LEFT JOIN platform_audit_entry e ON e.id = c.entry_id
      WHERE c.sequence > $1 ORDER BY c.sequence LIMIT $2`,
    [sequence, BATCH],
  )) as ChainedRow[];
}

async function unchained(reader: AuditReader): Promise<string | undefined> {
  const rows = (await reader.query(
    `SELECT e.id FROM platform_audit_entry e LEFT JOIN platform_audit_chain c ON c.entry_id = e.id
      WHERE c.entry_id IS NULL ORDER BY e.at LIMIT 1`,
  )) as { id: string }[];
  return rows[0]?.id;
}

async function headOf(reader: AuditReader): Promise<{ sequence: number; hash: Buffer }> {
  const rows = (await reader.query(`SELECT sequence, hash FROM platform_audit_head`)) as {
    sequence: string;
    hash: Buffer;
  }[];
  return { sequence: Number(rows[0]?.sequence ?? 0), hash: rows[0]?.hash ?? START };
}

/** Walks the chain of one service from the first row and names the first fault. Run it inside one snapshot. */
export async function verifyAuditChain(reader: AuditReader): Promise<AuditVerdict> {
  let previous: Buffer = START;
  let checked = 0;
  for (let rows = await batchAfter(reader, 0); rows.length > 0; rows = await batchAfter(reader, checked)) {
    for (const row of rows) {
      const kind = faultOf(row, checked + 1, previous);
      if (kind !== undefined) {
        const sequence = kind === 'MISSING' ? checked + 1 : Number(row.sequence);
        return { checked, fault: { kind, sequence, entryId: kind === 'MISSING' ? null : row.entry_id } };
      }
      previous = row.hash;
      checked += 1;
    }
  }
  const head = await headOf(reader);
  if (head.sequence !== checked || !head.hash.equals(previous)) {
    return { checked, fault: { kind: 'MISSING', sequence: checked + 1, entryId: null } };
  }
  const loose = await unchained(reader);
  return {
    checked,
    fault: loose === undefined ? null : { kind: 'UNCHAINED', sequence: checked + 1, entryId: loose },
  };
}
