import { describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { addresses, token } from '../../system/system-under-test.js';
import { ask } from '../asking/ask.js';
import { claimsOf, issuer, providerKey, signedToken } from './signed-token.js';

const STAFF = claimsOf({ kind: 'ROLE', name: 'KB_MC' });
const HOUR = 3_600;
const now = () => Math.floor(Date.now() / 1_000);
const common = () => ({ ...STAFF, iss: issuer(), aud: 'opgroeipunt', exp: now() + HOUR });

async function signedByAnother(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const header = { alg: 'RS256', kid: providerKey().kid };
  return new SignJWT(common()).setProtectedHeader(header).sign(privateKey);
}

/** The public key is no secret: it must not be taken as one. */
const signedWithThePublicKey = () =>
  new SignJWT(common())
    .setProtectedHeader({ alg: 'HS256', kid: providerKey().kid })
    .sign(Buffer.from(providerKey().n ?? ''));

async function withOtherClaims(): Promise<string> {
  const [header, , signature] = (await signedToken(STAFF)).split('.');
  const claims = { ...common(), opgroeipunt_rol_3d: ['BEHEERDER-CENTRAAL:OVO999999'] };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

const BAD: [string, () => Promise<string> | string][] = [
  ['of yesterday', () => signedToken(STAFF, { exp: now() - HOUR })],
  ['of tomorrow', () => signedToken(STAFF, { nbf: now() + HOUR })],
  ['without an end', () => signedToken(STAFF, { exp: undefined })],
  ['for another audience', () => signedToken(STAFF, { aud: 'elsewhere' })],
  ['of another issuer', () => signedToken(STAFF, { iss: 'https://elsewhere.example' })],
  ['for nobody', () => signedToken(STAFF, { sub: undefined })],
  ['of another target group', () => signedToken(STAFF, { vo_doelgroepcode: 'BUR' })],
  ['of a service that is not ours', () => signedToken({ sub: 'svc-other', client_id: 'svc-other' })],
  ['signed with another key', signedByAnother],
  ['signed with the public key as a secret', signedWithThePublicKey],
  ['not signed', () => new UnsecuredJWT(common()).encode()],
  ['with other claims than were signed', withOtherClaims],
];

const worklist = (authorization: string) =>
  ask({ base: addresses().triage, method: 'GET', path: '/api/v1/worklist', headers: { authorization } });

describe('a token', () => {
  it('of the identity provider opens the worklist', async () => {
    expect((await worklist(`Bearer ${await token('kb.mc.een')}`)).status).toBe(200);
    expect((await worklist(`Bearer ${await signedToken(STAFF)}`)).status).toBe(200);
  });

  it.each(BAD)('%s does not', async (_what, bad) => {
    const { status, headers } = await worklist(`Bearer ${await bad()}`);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  it('with a role of another organisation opens nothing', async () => {
    const elsewhere = { opgroeipunt_rol_3d: ['BEHEERDER-CENTRAAL:OVO000001'] };
    expect((await worklist(`Bearer ${await signedToken(STAFF, elsewhere)}`)).status).toBe(403);
  });

  it('does not make a person of a service, nor a service of a person', async () => {
    const both = { ...STAFF, sub: 'svc-triage', client_id: 'svc-triage' };
    const { status } = await ask({
      base: addresses().intake,
      method: 'GET',
      path: '/api/v1/meldingen/0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f/text',
      headers: { authorization: `Bearer ${await signedToken(both)}` },
    });
    expect(status).toBe(403);
  });
});
