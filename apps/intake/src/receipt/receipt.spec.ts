import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compactVerify } from 'jose';
import { signReceipt, verifyReceipt, type SigningKey } from './receipt.js';

const newKey = (keyId: string): SigningKey => ({ keyId, ...generateKeyPairSync('ed25519') });

const ours = newKey('k1');
const claims = {
  reference: 'OP-7K3M-Q9XD',
  receivedAt: '2026-11-21T20:15:00.000Z',
  contentHash: 'abc',
  iat: 1,
};
const receipt = signReceipt(ours, claims);
const ofAnother = signReceipt(newKey('k1'), claims);
const ofUnknownKey = signReceipt(newKey('k2'), claims);
const [header = '', payload = '', signature = ''] = receipt.split('.');
const verified = (text: string) =>
  verifyReceipt(text, (keyId) => (keyId === 'k1' ? ours.publicKey : undefined));

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('receipt', () => {
  it('proves reference and time', () => {
    expect(verified(receipt)).toEqual(claims);
  });

  it('is an ordinary JWS that others can check', async () => {
    const { protectedHeader } = await compactVerify(receipt, ours.publicKey);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'receipt+jws', kid: 'k1' });
  });

  it.each([
    ['another payload', `${header}.${part({ ...claims, reference: 'OP-2222-2222' })}.${signature}`],
    ['a signature of somebody else', ofAnother],
    ['a key we do not have', ofUnknownKey],
    ['no algorithm', `${part({ alg: 'none', kid: 'k1' })}.${payload}.${signature}`],
    ['a symmetric algorithm', `${part({ alg: 'HS256', kid: 'k1' })}.${payload}.${signature}`],
    ['no signature', `${header}.${payload}.`],
    ['a cut text', receipt.slice(0, -4)],
    ['something else', 'geen ontvangstbewijs'],
    ['nothing', ''],
  ])('is not valid with %s', (_what, text) => {
    expect(verified(text)).toBeUndefined();
  });
});
