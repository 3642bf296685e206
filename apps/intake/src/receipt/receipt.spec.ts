import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compactVerify } from 'jose';
import { signingKey, signReceipt, verifyReceipt } from './receipt.js';

const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const ours = newPair();
const key = signingKey('k1', ours.privateKey);
const former = generateKeyPairSync('ed25519');
const claims = {
  reference: 'OP-7K3M-Q9XD',
  receivedAt: '2026-11-21T20:15:00.000Z',
  contentHash: 'abc',
  iat: 1,
};
const receipt = signReceipt(key, claims);
const ofAnother = signReceipt(signingKey('k1', newPair().privateKey), claims);
const ofUnknownKey = signReceipt(signingKey('k2', newPair().privateKey), claims);
const [header = '', payload = '', signature = ''] = receipt.split('.');
const keys = new Map([
  ['k1', ours.publicKey],
  ['k0', former.publicKey],
]);
const verified = (text: string) => verifyReceipt(text, (keyId) => keys.get(keyId));

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As receipts were signed before P-256. */
function formerReceipt(alg: string): string {
  const signed = `${part({ alg, typ: 'receipt+jws', kid: 'k0' })}.${part(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), former.privateKey).toString('base64url')}`;
}

describe('receipt', () => {
  it('proves reference and time', () => {
    expect(verified(receipt)).toEqual(claims);
  });

  it('is an ordinary JWS that others can check', async () => {
    const { protectedHeader } = await compactVerify(receipt, ours.publicKey);
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'receipt+jws', kid: 'k1' });
  });

  it('is so each time, whatever length the numbers of its signature have', async () => {
    for (let iat = 0; iat < 1_000; iat += 1)
      await compactVerify(signReceipt(key, { ...claims, iat }), ours.publicKey);
  });

  it('of a key from before stays valid', () => {
    expect(verified(formerReceipt('EdDSA'))).toEqual(claims);
  });

  it.each([
    ['another payload', `${header}.${part({ ...claims, reference: 'OP-2222-2222' })}.${signature}`],
    ['a signature of somebody else', ofAnother],
    ['a key we do not have', ofUnknownKey],
    ['no algorithm', `${part({ alg: 'none', kid: 'k1' })}.${payload}.${signature}`],
    ['a symmetric algorithm', `${part({ alg: 'HS256', kid: 'k1' })}.${payload}.${signature}`],
    ['the algorithm of another key', formerReceipt('ES256')],
    ['no signature', `${header}.${payload}.`],
    ['a cut text', receipt.slice(0, -4)],
    ['something else', 'geen ontvangstbewijs'],
    ['nothing', ''],
  ])('is not valid with %s', (_what, text) => {
    expect(verified(text)).toBeUndefined();
  });
});
