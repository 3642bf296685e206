import pg from 'pg';
import { verifyAuditChain } from '#platform';

export interface ServiceVerdict {
  verdict: 'INTACT' | 'DAMAGED';
  sentence: string;
}

const FAULTS = {
  ALTERED: 'werd gewijzigd',
  MISSING: 'ontbreekt',
  REORDERED: 'staat niet op zijn plaats',
  UNCHAINED: 'hoort niet in de keten',
};

/** Checks the audit log of one service within one snapshot, so that a busy system does not disturb it. */
export async function verifyService(service: string, databaseUrl: string): Promise<ServiceVerdict> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // a lost connection is told by the query that runs
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { checked, fault } = await verifyAuditChain({
      query: async (sql, parameters) => (await client.query<object>(sql, parameters)).rows,
    });
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
