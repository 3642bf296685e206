import pg from 'pg';
import { anchorFault, readAnchors, verifyAuditChain, type AuditAnchor, type AuditReader } from '#platform';

export interface ServiceVerdict {
  verdict: 'INTACT' | 'DAMAGED';
  sentence: string;
}

const FAULTS = {
  ALTERED: 'werd gewijzigd',
  MISSING: 'ontbreekt',
  REORDERED: 'staat niet op zijn plaats',
  UNCHAINED: 'hoort niet in de keten',
  REWRITTEN: 'is niet meer de regel die vroeger genoteerd werd',
};

/**
 * Checks the audit log of one service within one snapshot, so that a busy system does not disturb it.
 * @param anchorFile what was noted outside the database; without it a chain that became shorter cannot be told
 */
export async function verifyService(
  service: string,
  databaseUrl: string,
  anchorFile?: string,
): Promise<ServiceVerdict> {
  // Read first: what is noted later may be of rows that the snapshot does not have.
  const anchors: AuditAnchor[] = anchorFile === undefined ? [] : await readAnchors(anchorFile);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // a lost connection is told by the query that runs
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const reader: AuditReader = {
      query: async (sql, parameters) => (await client.query<object>(sql, parameters)).rows,
    };
    const verdict = await verifyAuditChain(reader);
    const fault = verdict.fault ?? (await anchorFault(reader, anchors));
    const checked = fault === null ? verdict.checked : Math.min(verdict.checked, fault.sequence - 1);
    if (!fault) return { verdict: 'INTACT', sentence: `${service}: ${checked} regels, alles klopt` };
    const entry = fault.entryId ? ` (${fault.entryId})` : '';
    return {
      verdict: 'DAMAGED',
      sentence: `${service}: regel ${fault.sequence}${entry} ${FAULTS[fault.kind]}; de ${checked} regels ervoor kloppen`,
    };
  } finally {
    await client.end();
  }
}
