import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyEncryption, keyedHash, KeyRing, open, seal } from '#platform';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opgroeipunt-vault-'));
  path = join(folder, 'keys', 'kek');
});

afterEach(() => rm(folder, { recursive: true }));

const ring = async (): Promise<KeyRing> => new KeyRing(await FileKeyEncryption.open(path));

describe('the key file', () => {
  it('is made for its owner alone, once, also when many start at the same time', async () => {
    const rings = await Promise.all(Array.from({ length: 10 }, ring));
    const derived = new Set(rings.map((one) => one.derive('test').export().toString('hex')));
    expect(derived.size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['kek']);
  });

  it('is refused when others can read it or when it is damaged', async () => {
    await ring();
    await chmod(path, 0o644);
    await expect(ring()).rejects.toThrow(/0600/);
    await writeFile(path, 'short');
    await chmod(path, 0o600);
    await expect(ring()).rejects.toThrow(/beschadigd/);
  });
});

describe('data keys', () => {
  it('open what they sealed, for its own purpose only', async () => {
    const keys = await ring();
    const key = keys.newDataKey();
    const sealed = seal(key.key, 'melding:1:text', 'vertrouwelijk');
    expect(sealed.includes('vertrouwelijk')).toBe(false);
    const unwrapped = (await ring()).unwrap(key.wrapped);
    expect(open(unwrapped, 'melding:1:text', sealed).toString()).toBe('vertrouwelijk');
    expect(() => open(unwrapped, 'melding:2:text', sealed)).toThrow();
    expect(() => open(keys.newDataKey().key, 'melding:1:text', sealed)).toThrow();
  });

  it.each([0, 5, 20, -1])('a changed byte (%d) is found', async (at) => {
    const { key } = (await ring()).newDataKey();
    const sealed = seal(key, 'a', 'text');
    const index = at < 0 ? sealed.length + at : at;
    sealed[index] = (sealed[index] ?? 0) ^ 1;
    expect(() => open(key, 'a', sealed)).toThrow();
  });

  it('a key wrapped by another key-encryption key stays closed', async () => {
    const { wrapped } = (await ring()).newDataKey();
    path = join(folder, 'other');
    const other = await ring();
    expect(() => other.unwrap(wrapped)).toThrow();
  });

  it('hashes differ by purpose and by text', async () => {
    const keys = await ring();
    const hash = (purpose: string, text: string) => keyedHash(keys.derive(purpose), text).toString('hex');
    expect(hash('a', 'x')).toBe(hash('a', 'x'));
    expect(new Set([hash('a', 'x'), hash('b', 'x'), hash('a', 'y')]).size).toBe(3);
  });
});
