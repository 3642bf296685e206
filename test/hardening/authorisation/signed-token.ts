import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK } from 'jose';
import { addresses } from '../../system/system-under-test.js';
import { dataFolder } from '../../system/data-folder.js';
import type { Visitor } from './visitor.js';

const ORGANISATION = 'OVO999999';

interface ProviderKey extends JWK {
  kid: string;
}

/** The key of the running identity provider: no fixture account has each role alone. */
export function providerKey(): ProviderKey {
  const file = join(dataFolder(), 'identity', 'signing-keys.json');
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: [ProviderKey] };
  return keys[0];
}

/** The name by which the services know the provider. */
export const issuer = (): string => addresses().identity.replace('127.0.0.1', 'localhost');

/** Claims as the provider gives them to this visitor. */
export function claimsOf({ kind, name }: Visitor, team = 'CENTRAAL'): Record<string, unknown> {
  if (kind === 'SERVICE') return { sub: `svc-${name}`, client_id: `svc-${name}` };
  return {
    sub: `hardening.${name.toLowerCase()}`,
    given_name: 'Hanne',
    family_name: 'Harding',
    vo_doelgroepcode: 'GID',
    vo_orgcode: ORGANISATION,
    opgroeipunt_rol_3d: [`${name}-${team}:${ORGANISATION}`],
  };
}

/** A token with these claims that the provider could have given; `changed` claims go first. */
export async function signedToken(
  claims: Record<string, unknown>,
  changed: Record<string, unknown> = {},
): Promise<string> {
  const key = providerKey();
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ iss: issuer(), aud: 'opgroeipunt', iat: now, exp: now + 3_600, ...claims, ...changed })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
    .sign(await importJWK(key, 'RS256'));
}

export const tokenOf = (visitor: Visitor): Promise<string> => signedToken(claimsOf(visitor));
