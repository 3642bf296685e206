import { beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { DataSourceOptions, MigrationInterface, QueryRunner } from 'typeorm';
import { dataSourceOptions, DatabaseAwayError, migrate, SchemaTooNewError, ServiceConfig } from '#platform';
import { testDatabaseServer } from '#platform/testing';
import { Notes1800000000000 } from './sample/notes.migration.js';

class Newer1900000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE newer (id int)`);
  }

  async down(): Promise<void> {}
}

class Failing1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE half (id int)`);
    await runner.query(`SELECT 1 / 0`);
  }

  async down(): Promise<void> {}
}

let url: string;

beforeEach(async () => {
  url = await (await testDatabaseServer()).createDatabase('migrations');
});

function optionsFor(...migrations: Function[]): DataSourceOptions {
  const config = Object.assign(new ServiceConfig(), { DATABASE_URL: url });
  return dataSourceOptions('edison', config, { entities: [], migrations });
}

async function tables(): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

describe('migrations', () => {
  it('processes that start at once migrate once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => migrate(optionsFor(Notes1800000000000))));
    expect(await tables()).toEqual(
      expect.arrayContaining(['note', 'platform_audit_entry', 'platform_idempotency']),
    );
  });

  it('a database of a newer version is refused and left alone', async () => {
    await migrate(optionsFor(Newer1900000000000));
    const before = await tables();
    const older = migrate(optionsFor(Notes1800000000000));
    await expect(older).rejects.toThrow(SchemaTooNewError);
    await expect(older).rejects.toThrow(/Newer1900000000000/);
    expect(await tables()).toEqual(before);
  });

  it('a failing migration leaves nothing behind, and the lock is free again', async () => {
    await expect(migrate(optionsFor(Notes1800000000000, Failing1900000000001))).rejects.toThrow(
      /division by zero/,
    );
    expect(await tables()).not.toContain('note');
    await migrate(optionsFor(Notes1800000000000));
    expect(await tables()).toContain('note');
  });

  it('a database that is away is told without its address', async () => {
    url = 'postgres://test:geheim@127.0.0.1:1/none';
    const failing = migrate(optionsFor(Notes1800000000000));
    await expect(failing).rejects.toThrow(DatabaseAwayError);
    await expect(failing).rejects.not.toThrow(/geheim/);
  });
});
