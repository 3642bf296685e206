import { createHash, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits: the address of a page that can be seen once. */
export const newConfirmationToken = (): string => randomBytes(32).toString('base64url');

export const isConfirmationToken = (text: string): boolean => TOKEN.test(text);

/** What the database knows of a token. */
export const confirmationHash = (token: string): Buffer =>
  createHash('sha256').update(`hash:${token}`).digest();

/** Only who holds the token can open what was sealed for it. */
export const confirmationKey = (token: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', token, '', 'confirmation', 32)));
