import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import pg from 'pg';
import { anchorFault, readAnchors, verifyAuditChain, type AuditReader } from '#platform';
import { verifyService } from '../../../deploy/local/audit/verify-service.js';
import { report, type Accepted } from '../../journeys/melder.steps.js';
import { aMelding } from '../../journeys/melding.builder.js';
import { caseWhen } from '../../journeys/staff.steps.js';
import { dataFolder, databaseUrl } from '../../system/data-folder.js';
import { addresses, serviceToken, token } from '../../system/system-under-test.js';
import { waitUntil } from '../../system/wait-until.js';
import { ask } from '../asking/ask.js';
import { query } from '../database/query.js';
import { PortalVisitor } from '../forms/portal-visitor.js';

let melding: Accepted;
let caseId: string;

const get = async (base: string, path: string, bearer: string): Promise<void> => {
  const { status } = await ask({
    base,
    method: 'GET',
    path,
    headers: { authorization: `Bearer ${bearer}`, 'x-purpose': 'REVIEW' },
  });
  expect({ path, status }).toEqual({ path, status: 200 });
};

/** Reads of one thing by one person, as the chain has them. */
const reads = (database: 'intake' | 'triage', subject: string, actor: string) =>
  query<{ action: string; purpose: string | null }>(
    database,
    `SELECT e.action, e.purpose FROM platform_audit_chain c JOIN platform_audit_entry e ON e.id = c.entry_id
      WHERE e.subject = $1 AND e.actor_id = $2 ORDER BY c.sequence`,
    [subject, actor],
  );

beforeAll(async () => {
  melding = await report(aMelding({ location: { id: 'L02' } }));
  caseId = (await caseWhen('kb.mc.een', melding.reference, () => true)).id;
}, 120_000);

describe('each read of what a melder told is in the chain', () => {
  it('by staff, with the purpose', async () => {
    const bearer = await token('tc.centraal');
    await get(addresses().intake, `/api/v1/meldingen/${melding.id}`, bearer);
    await get(addresses().intake, `/api/v1/meldingen/${melding.id}/trace`, bearer);
    await get(addresses().triage, `/api/v1/cases/${caseId}`, bearer);
    expect(await reads('intake', melding.id, 'tc.centraal')).toEqual([
      { action: 'READ_MELDING', purpose: 'REVIEW' },
      { action: 'READ_TRACE', purpose: null },
    ]);
    expect((await reads('triage', caseId, 'tc.centraal')).length).toBeGreaterThan(0);
  });

  it('on a page of the portal', async () => {
    const visitor = await PortalVisitor.signedIn('wacht.een');
    expect((await visitor.at(`/zaken/${caseId}`)).status).toBe(200);
    expect(await reads('intake', melding.id, 'wacht.een')).toContainEqual({
      action: 'READ_MELDING',
      purpose: 'HANDLING',
    });
    expect((await reads('triage', caseId, 'wacht.een')).length).toBe(1);
  });

  it('by our own services', async () => {
    await get(addresses().intake, `/api/v1/meldingen/${melding.id}/text`, await serviceToken('triage'));
    await get(
      addresses().intake,
      `/api/v1/meldingen/${melding.id}/contact`,
      await serviceToken('notification'),
    );
    expect(await reads('intake', melding.id, 'triage')).toContainEqual({
      action: 'READ_TEXT',
      purpose: 'TRIAGE',
    });
    expect(await reads('intake', melding.id, 'notification')).toContainEqual({
      action: 'READ_CONTACT',
      purpose: 'NOTIFICATION',
    });
  });
});

/** Tampers with the chain of the running intake, looks, and undoes it. */
async function lookAfter(...statements: string[]) {
  const client = new pg.Client({ connectionString: databaseUrl('intake') });
  await client.connect();
  const reader: AuditReader = {
    query: async (sql, values) => (await client.query<object>(sql, values)).rows,
  };
  const anchors = await readAnchors(join(dataFolder(), 'audit', 'intake.jsonl'));
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    for (const sql of statements) await client.query(sql);
    return (await verifyAuditChain(reader)).fault ?? (await anchorFault(reader, anchors));
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

describe('the chain of the running system', () => {
  it('is whole, in every service', async () => {
    for (const database of [
      'intake',
      'triage',
      'edison',
      'dossier_sync',
      'notification',
      'portal',
    ] as const) {
      const anchors = join(dataFolder(), 'audit', `${database.replace('_', '-')}.jsonl`);
      expect(await verifyService(database, databaseUrl(database), anchors)).toMatchObject({
        verdict: 'INTACT',
      });
    }
  });

  it.each([
    ['an altered row', 'ALTERED', `UPDATE platform_audit_entry SET actor_id = 'niemand' WHERE id = %2`],
    ['a removed row', 'MISSING', 'DELETE FROM platform_audit_entry WHERE id = %2'],
    [
      'two rows that changed places',
      'REORDERED',
      'UPDATE platform_audit_chain SET sequence = -sequence WHERE sequence IN (2, 3)',
      'UPDATE platform_audit_chain SET sequence = 5 + sequence WHERE sequence < 0',
    ],
  ])('%s is found and named', async (_what, kind, ...statements) => {
    const second = `(SELECT entry_id FROM platform_audit_chain WHERE sequence = 2)`;
    const fault = await lookAfter(...statements.map((sql) => sql.replace('%2', second)));
    expect(fault).toMatchObject({ kind, sequence: 2 });
  });

  it('last rows that were removed without a trace are found by what was noted outside', async () => {
    const head = await waitUntil(async () => {
      const anchors = await readAnchors(join(dataFolder(), 'audit', 'intake.jsonl'));
      return anchors.findLast(({ sequence }) => sequence > 3);
    }, 'an anchor');
    const kept = head.sequence - 2;
    const fault = await lookAfter(
      `DELETE FROM platform_audit_entry WHERE id IN (SELECT entry_id FROM platform_audit_chain WHERE sequence > ${kept})`,
      `DELETE FROM platform_audit_chain WHERE sequence > ${kept}`,
      `UPDATE platform_audit_head SET (sequence, hash) =
         (SELECT sequence, hash FROM platform_audit_chain WHERE sequence = ${kept})`,
    );
    expect(fault).toEqual({ kind: 'MISSING', sequence: kept + 1, entryId: null });
  });
});
