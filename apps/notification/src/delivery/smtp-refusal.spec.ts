import { describe, expect, it } from '@jest/globals';
import { refusalOf, smtpStatusOf } from './smtp-refusal.js';

const smtpError = (code: string, responseCode?: number) =>
  Object.assign(new Error('x'), { code, responseCode });

describe('refusal by a mail provider', () => {
  it.each([
    ['an unknown recipient', smtpError('EENVELOPE', 550), 'ADDRESS_REFUSED'],
    ['a content that it will not take', smtpError('EMESSAGE', 554), 'PROVIDER_REFUSED'],
  ])('is final for %s', (_what, error, reason) => {
    expect(refusalOf(error)?.reason).toBe(reason);
  });

  it.each([
    ['a full mailbox', smtpError('EENVELOPE', 452)],
    ['a greylisting server', smtpError('EENVELOPE', 450)],
    ['a refused login: our fault, not the address', smtpError('EAUTH', 535)],
    ['a connection that broke', smtpError('ECONNECTION')],
    ['no SMTP error at all', new Error('x')],
  ])('is not final for %s', (_what, error) => {
    expect(refusalOf(error)).toBeUndefined();
  });

  it('keeps the status for the delivery log', () => {
    expect(smtpStatusOf(smtpError('EENVELOPE', 452))).toBe('452');
    expect(smtpStatusOf(smtpError('ECONNECTION'))).toBeNull();
  });
});
