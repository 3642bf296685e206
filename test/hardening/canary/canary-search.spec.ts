import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../../system/data-folder.js';
import { query } from '../database/query.js';
import { Canary } from './canary.js';
import { filesWith } from './canary-search.js';

const folder = mkdtempSync(join(tmpdir(), 'canary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the search for canaries', () => {
  const canary = new Canary();
  const sentence = canary.sentence('iets');

  it.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-16', Buffer.from(sentence, 'utf16le')],
    ['hexadecimal', Buffer.from(Buffer.from(sentence).toString('hex'))],
    ['base64', Buffer.from(Buffer.from(sentence).toString('base64'))],
    ['base64, one byte on', Buffer.from(Buffer.from(`x${sentence}`).toString('base64'))],
    ['base64, two bytes on', Buffer.from(Buffer.from(`xx${sentence}`).toString('base64url'))],
    ['capitals', Buffer.from(sentence.toUpperCase())],
  ])('finds it in %s', (_how, bytes) => {
    writeFileSync(join(folder, 'planted'), bytes);
    expect(filesWith(canary, folder)).toEqual(['planted']);
    expect(filesWith(new Canary(), folder)).toEqual([]);
  });

  it('finds it in the files of the database, long after the row is gone', async () => {
    await query('postgres', 'CREATE TABLE canary (word text)');
    await query('postgres', 'INSERT INTO canary VALUES ($1)', [canary.mark]);
    await query('postgres', 'DROP TABLE canary');
    await query('postgres', 'CHECKPOINT');
    expect(filesWith(canary, dataFolder()).join()).toContain('pg_wal');
  });
});
