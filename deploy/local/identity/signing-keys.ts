import { existsSync } from 'node:fs';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The provider's key pair, made once per data folder: tokens given before a restart stay good after it. */
export async function signingKeys(file: string): Promise<{ keys: JWK[] }> {
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as { keys: JWK[] };
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const keys = [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() }];
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ keys }), { mode: 0o600 });
  return { keys };
}
