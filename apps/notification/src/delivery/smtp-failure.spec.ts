import { describe, expect, it } from '@jest/globals';
import { failureOf } from './smtp-failure.js';

const smtpError = (code: string, command: string, responseCode?: number) =>
  Object.assign(new Error('x'), { code, command, responseCode });
const before = { provider: 'FIRST', contentBegun: false } as const;
const after = { provider: 'FIRST', contentBegun: true } as const;

describe('failure of a hand-over', () => {
  it.each([
    ['an unknown recipient', smtpError('EENVELOPE', 'RCPT TO', 550), before, 'ADDRESS_REFUSED'],
    ['an address that no command can hold', smtpError('EENVELOPE', 'API'), before, 'ADDRESS_REFUSED'],
    ['a content that it will not take', smtpError('EMESSAGE', 'DATA', 554), after, 'PROVIDER_REFUSED'],
  ])('is final for %s', (_what, error, stage, reason) => {
    expect(failureOf(error, stage)).toMatchObject({ name: 'RefusedMail', reason });
  });

  it.each([
    ['a full mailbox', smtpError('EENVELOPE', 'RCPT TO', 452), before, 'MAIL', '452'],
    [
      'a refused sender: our fault, not the address',
      smtpError('EENVELOPE', 'MAIL FROM', 550),
      before,
      'PROVIDER',
      '550',
    ],
    ['no readiness for content', smtpError('EENVELOPE', 'DATA', 451), before, 'PROVIDER', '451'],
    ['a refused login', smtpError('EAUTH', 'AUTH', 535), before, 'PROVIDER', '535'],
    ['a bad greeting', smtpError('EPROTOCOL', 'CONN', 554), before, 'PROVIDER', '554'],
    [
      'a connection that broke before the content',
      smtpError('ECONNECTION', 'CONN'),
      before,
      'PROVIDER',
      null,
    ],
    ['no SMTP error at all', new Error('x'), before, 'PROVIDER', null],
    ['a temporary no to the content', smtpError('EMESSAGE', 'DATA', 451), after, 'PROVIDER', '451'],
  ])('is certain and not final for %s', (_what, error, stage, liesWith, smtpStatus) => {
    expect(failureOf(error, stage)).toMatchObject({ name: 'NotTaken', liesWith, smtpStatus });
  });

  it.each([
    ['a connection that broke after the content', smtpError('ECONNECTION', 'CONN')],
    ['silence after the content', smtpError('ETIMEDOUT', 'CONN')],
    ['an answer that was cut off', smtpError('ECONNECTION', 'CONN', 451)],
    ['no SMTP error at all', new Error('x')],
  ])('leaves open whether the mail was taken for %s', (_what, error) => {
    expect(failureOf(error, after)).toMatchObject({ name: 'MaybeTaken', provider: 'FIRST' });
  });
});
