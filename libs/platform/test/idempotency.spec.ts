import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Clock, IdempotencyPruning, IdempotencyStore } from '#platform';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { Gate } from './sample/gate.js';
import { sampleService } from './sample/sample.service.js';

let service: TestService;
let count = 0;
let key: string;

beforeAll(async () => {
  service = await startTestService(sampleService);
});

beforeEach(() => {
  count += 1;
  key = `key-number-${count}`;
});

afterAll(async () => {
  await service.stop();
});

interface Answer {
  status: number;
  location: string | null;
  body: unknown;
}

async function create(body: object, withKey: string = key): Promise<Answer> {
  const response = await fetch(`${service.url}/api/v1/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': withKey },
    body: JSON.stringify(body),
  });
  return { status: response.status, location: response.headers.get('location'), body: await response.json() };
}

const notes = async (text: string): Promise<number> => {
  const rows = await service.app
    .get(DataSource)
    .query<{ n: number }[]>(`SELECT count(*)::int AS n FROM note WHERE text = $1`, [text]);
  return rows[0]?.n ?? -1;
};

describe('Idempotency-Key', () => {
  it('gives the first answer again, status and Location included, whatever the order of the fields', async () => {
    const first = await create({ text: 'twice', pages: 2 });
    const again = await create({ pages: 2, text: 'twice' });
    expect(first.status).toBe(201);
    expect(first.location).toMatch(/^\/api\/v1\/notes\//);
    expect(again).toEqual(first);
    expect(await notes('twice')).toBe(1);
  });

  it('refuses the key for another body', async () => {
    await create({ text: 'one body' });
    expect(await create({ text: 'another body' })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('answers 409 while the first is still running, and creates one thing', async () => {
    const gate = service.app.get(Gate);
    gate.closed = true;
    const before = gate.entered;
    const first = create({ text: 'at once' });
    await eventually(() => expect(gate.entered).toBe(before + 1));
    expect(await create({ text: 'at once' })).toMatchObject({ status: 409 });
    gate.open();
    expect((await first).status).toBe(201);
    expect(await create({ text: 'at once' })).toEqual(await first);
    expect(await notes('at once')).toBe(1);
  });

  it('creates one thing out of twenty at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ text: 'twenty' })));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await notes('twenty')).toBe(1);
  });

  it('lets a refused request be mended and sent again', async () => {
    expect((await create({ text: 'x' })).status).toBe(400);
    expect((await create({ text: 'mended' })).status).toBe(201);
  });

  it('remembers across a restart', async () => {
    const first = await create({ text: 'restart' });
    const { env, identity, transport } = service;
    await service.stop();
    service = await startTestService(sampleService, { env, identity, transport });
    expect(await create({ text: 'restart' })).toEqual(first);
  });

  it.each([['short'], ['x'.repeat(201)], ['with space!']])('refuses the key %p', async (bad) => {
    expect(await create({ text: 'bad key' }, bad)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_IDEMPOTENCY_KEY' },
    });
  });

  it('leaves nothing readable in the table', async () => {
    await create({ text: 'unreadable words' });
    const rows = await service.app.get(DataSource).query(`SELECT * FROM platform_idempotency`);
    const dump = JSON.stringify(rows, (_name, value: unknown) =>
      typeof value === 'object' && value !== null && 'type' in value && 'data' in value
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value,
    );
    expect(dump).not.toContain('unreadable');
    expect(dump).not.toContain(key);
  });

  it('a row made by hand is found again; a key of a dead process is free after its lease', async () => {
    const store = service.app.get(IdempotencyStore);
    const { manager } = service.app.get(DataSource);
    const request = { scope: 'hand', key, body: { a: 1 } };
    const row = store.rowFor(request, { status: 201, headers: {}, body: { id: 7 } });
    await manager.query(
      `INSERT INTO platform_idempotency (scope, key_hash, request_hash, answer, created_at) VALUES ($1, $2, $3, $4, $5)`,
      [row.scope, row.keyHash, row.requestHash, row.answer, row.createdAt],
    );
    expect(await store.find(manager, request)).toEqual({
      state: 'ANSWERED',
      answer: { status: 201, headers: {}, body: { id: 7 } },
    });
    const dead = { ...request, scope: 'dead' };
    expect(await store.begin(manager, dead)).toEqual({ state: 'NEW' });
    expect(await store.begin(manager, dead)).toEqual({ state: 'RUNNING' });
    await manager.query(
      `UPDATE platform_idempotency SET running_until = now() - interval '1 minute' WHERE scope = 'dead'`,
    );
    expect(await store.begin(manager, dead)).toEqual({ state: 'NEW' });
  });

  it('is kept a day at least, and then removed', async () => {
    const source = service.app.get(DataSource);
    await create({ text: 'a day old' });
    await create({ text: 'three days' }, `${key}-old`);
    const age = (text: string, hours: number) =>
      source.query(
        `UPDATE platform_idempotency SET created_at = now() - make_interval(hours => $2)
          WHERE created_at = (SELECT max(created_at) FROM platform_idempotency) AND $1::text IS NOT NULL`,
        [text, hours],
      );
    await age('three days', 72);
    await age('a day old', 25);
    const before = (await source.query<unknown[]>(`SELECT 1 FROM platform_idempotency`)).length;
    await new IdempotencyPruning(source, new Clock()).prune();
    const after = (await source.query<unknown[]>(`SELECT 1 FROM platform_idempotency`)).length;
    expect(before - after).toBe(1);
    expect((await create({ text: 'a day old' })).status).toBe(201);
    expect(await notes('a day old')).toBe(1);
  });
});
