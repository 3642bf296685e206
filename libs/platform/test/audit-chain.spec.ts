import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  anchorFault,
  AuditLog,
  AuditLog1700000000001,
  Clock,
  headOfChain,
  verifyAuditChain,
  type AuditAnchor,
} from '#platform';
import { testDatabaseServer } from '#platform/testing';

let source: DataSource;
const log = new AuditLog(new Clock());

async function openSource(poolSize: number): Promise<void> {
  const url = await (await testDatabaseServer()).createDatabase('audit');
  source = await new DataSource({
    type: 'postgres',
    url,
    migrations: [AuditLog1700000000001],
    poolSize,
  }).initialize();
  await source.runMigrations();
}

afterEach(async () => {
  await source.destroy();
});

const write = (subject: string): Promise<void> =>
  source.transaction((manager) =>
    log.record(manager, {
      actor: { kind: 'STAFF', id: 'kb.mc.een' },
      action: 'READ_MELDING',
      subject,
      purpose: 'HANDLING',
      detail: { fields: ['a'] },
    }),
  );

const five = async (): Promise<void> => {
  for (const subject of ['a', 'b', 'c', 'd', 'e']) await write(subject);
};

/** What somebody with full rights on the database can do. */
const tamper = async (...statements: string[]): Promise<void> => {
  await source.query(`SET session_replication_role = replica`);
  for (const sql of [
    `ALTER TABLE platform_audit_chain DROP CONSTRAINT platform_audit_chain_entry_id_fkey`,
    ...statements,
  ])
    await source.query(sql);
};

describe('the audit log', () => {
  // One connection, so that the settings of the tamperer reach every statement.
  beforeEach(() => openSource(1));

  it('is whole when nobody touched it', async () => {
    await five();
    expect(await verifyAuditChain(source)).toEqual({ checked: 5, fault: null });
  });

  it.each([
    [`UPDATE platform_audit_entry SET action = 'NOTHING'`],
    [`DELETE FROM platform_audit_entry`],
    [`UPDATE platform_audit_chain SET sequence = 9 WHERE sequence = 1`],
    [`DELETE FROM platform_audit_chain`],
    [`TRUNCATE platform_audit_chain`],
  ])('refuses %s', async (sql) => {
    await five();
    await expect(source.query(sql)).rejects.toThrow(/append-only/);
  });

  it.each([
    [
      'an altered payload',
      `UPDATE platform_audit_entry SET payload = replace(payload, 'kb.mc.een', 'kb.mc.twee') WHERE subject = 'c'`,
      'ALTERED',
      3,
    ],
    [
      'an altered column',
      `UPDATE platform_audit_entry SET actor_id = 'kb.mc.twee' WHERE subject = 'b'`,
      'ALTERED',
      2,
    ],
    ['a removed entry', `DELETE FROM platform_audit_entry WHERE subject = 'd'`, 'MISSING', 4],
    ['a removed link', `DELETE FROM platform_audit_chain WHERE sequence = 2`, 'MISSING', 2],
    ['a removed end', `DELETE FROM platform_audit_chain WHERE sequence = 5`, 'MISSING', 5],
    [
      'two rows swapped',
      `UPDATE platform_audit_chain SET sequence = 6 - sequence + 100 WHERE sequence IN (2, 4); UPDATE platform_audit_chain SET sequence = sequence - 100 WHERE sequence > 100`,
      'REORDERED',
      2,
    ],
  ])('names the first row of %s', async (_what, sql, kind, sequence) => {
    await five();
    await tamper(...sql.split(';'));
    expect((await verifyAuditChain(source)).fault).toMatchObject({ kind, sequence });
  });

  describe('with anchors outside the database', () => {
    const anchored = async () => {
      for (const subject of ['a', 'b', 'c']) await write(subject);
      const third = await headOfChain(source);
      for (const subject of ['d', 'e']) await write(subject);
      const fifth = await headOfChain(source);
      return [third, fifth].map((head) => ({ sequence: 0, hash: '', ...head, at: '2026-11-22T10:00:00Z' }));
    };
    const verdict = async (anchors: AuditAnchor[]) => ({
      chain: (await verifyAuditChain(source)).fault,
      anchors: await anchorFault(source, anchors),
    });

    it('is whole when nobody touched it, also when it went on', async () => {
      const anchors = await anchored();
      await write('f');
      expect(await verdict(anchors)).toEqual({ chain: null, anchors: null });
    });

    it('names the first of the last rows that were removed without a trace', async () => {
      const anchors = await anchored();
      await tamper(
        `DELETE FROM platform_audit_entry WHERE subject IN ('d', 'e')`,
        `DELETE FROM platform_audit_chain WHERE sequence > 3`,
        `UPDATE platform_audit_head SET (sequence, hash) = (SELECT sequence, hash FROM platform_audit_chain WHERE sequence = 3)`,
      );
      expect(await verdict(anchors)).toEqual({
        chain: null,
        anchors: { kind: 'MISSING', sequence: 4, entryId: null },
      });
      await source.query(`SET session_replication_role = DEFAULT`);
      for (const subject of ['x', 'y']) await write(subject);
      expect((await verdict(anchors)).anchors).toMatchObject({ kind: 'REWRITTEN', sequence: 5 });
    });

    it('names the first anchor that a chain made anew does not fit', async () => {
      const anchors = await anchored();
      await tamper(`TRUNCATE platform_audit_chain, platform_audit_entry`);
      await source.query(
        `UPDATE platform_audit_head SET sequence = 0, hash = decode(repeat('00', 32), 'hex')`,
      );
      await source.query(`SET session_replication_role = DEFAULT`);
      for (const subject of ['a', 'b', 'other', 'd', 'e']) await write(subject);
      expect(await verdict(anchors)).toMatchObject({
        chain: null,
        anchors: { kind: 'REWRITTEN', sequence: 3 },
      });
    });
  });

  it('names an entry that was slipped in beside the chain', async () => {
    await five();
    await tamper(
      `INSERT INTO platform_audit_entry SELECT gen_random_uuid(), at, actor_kind, actor_id, action, 'x', purpose, payload
         FROM platform_audit_entry WHERE subject = 'a'`,
    );
    expect((await verifyAuditChain(source)).fault).toMatchObject({ kind: 'UNCHAINED' });
  });
});

describe('many writers', () => {
  beforeEach(() => openSource(20));

  it('keep one unbroken chain, with entries of undone transactions left out', async () => {
    const undone = source.transaction(async (manager) => {
      await log.record(manager, { actor: 'SYSTEM', action: 'UNDONE', subject: 'x' });
      throw new Error('undo');
    });
    await Promise.all([
      ...Array.from({ length: 200 }, (_, i) => write(`subject-${i}`)),
      expect(undone).rejects.toThrow('undo'),
    ]);
    expect(await verifyAuditChain(source)).toEqual({ checked: 200, fault: null });
  });

  it('do not wait for a transaction that has yet to commit', async () => {
    const slow = source.createQueryRunner();
    await slow.startTransaction();
    await log.record(slow.manager, { actor: 'SYSTEM', action: 'SLOW', subject: 'slow' });
    await write('quick');
    await slow.commitTransaction();
    await slow.release();
    expect(await verifyAuditChain(source)).toEqual({ checked: 2, fault: null });
  });
});
