import { createPublicKey, type KeyObject } from 'node:crypto';
import { algorithmOf, es256, isSignedBy } from './signature.js';

/** What a receipt proves; no content (contract.md 3). */
export interface ReceiptClaims {
  reference: string;
  receivedAt: string;
  /** Salted hash of the content, base64url. */
  contentHash: string;
  /** Seconds since 1970. */
  iat: number;
}

export interface SigningKey {
  keyId: string;
  privateKey: KeyObject;
  /** The first part of each receipt that this key signs. */
  header: string;
}

/** @param privateKey on P-256 */
export const signingKey = (keyId: string, privateKey: KeyObject): SigningKey => ({
  keyId,
  privateKey,
  header: encode({ alg: 'ES256', typ: 'receipt+jws', kid: keyId }),
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const COMPACT = /^([A-Za-z0-9_-]{1,500})\.([A-Za-z0-9_-]{1,2000})\.([A-Za-z0-9_-]{1,200})$/;

/** A compact JWS (RFC 7515) with ES256. */
export function signReceipt(key: SigningKey, claims: ReceiptClaims): string {
  const signed = `${key.header}.${encode(claims)}`;
  return `${signed}.${es256(key.privateKey, signed).toString('base64url')}`;
}

function parse(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON: then it is no receipt of ours, which is all that the caller asks.
    return undefined;
  }
}

/** The claims of a receipt that one of our keys signed; undefined for anything else. */
export function verifyReceipt(
  receipt: string,
  keyById: (keyId: string) => KeyObject | undefined,
): ReceiptClaims | undefined {
  const [, header = '', claims = '', signature = ''] = COMPACT.exec(receipt.trim()) ?? [];
  const { alg, kid } = parse(header) ?? {};
  const key = typeof kid === 'string' ? keyById(kid) : undefined;
  if (key === undefined || alg !== algorithmOf(key) || !isSame(signature)) return undefined;
  if (!isSignedBy(key, `${header}.${claims}`, Buffer.from(signature, 'base64url'))) return undefined;
  return parse(claims) as ReceiptClaims | undefined;
}

/** One signature has several base64url spellings; only the canonical one is ours. */
const isSame = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;

export const publicKeyOf = (jwk: object): KeyObject => createPublicKey({ key: { ...jwk }, format: 'jwk' });
