import { ConfigurationError, loadConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { NotificationConfig } from './notification.config.js';

const good = {
  PORT: '3004',
  DATABASE_URL: 'postgres://u:p@localhost:3032/x',
  OIDC_ISSUER: 'http://localhost:3006',
  SERVICE_CLIENT_ID: 'svc-notification',
  SERVICE_CLIENT_SECRET: 'geheim',
  INTAKE_URL: 'http://localhost:3001',
  PORTAL_URL: 'http://localhost:3000',
  SMTP_HOST: 'mail',
};

function faults(changed: Record<string, string>): string[] {
  try {
    loadConfig(NotificationConfig, { ...good, ...changed });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ variable }) => variable).sort();
  }
}

describe('configuration of mail providers and bounces', () => {
  it.each([
    ['one provider', {}],
    [
      'empty variables',
      { SMTP2_HOST: '', SMTP_USER: '', SMTP_LOOKUP_URL: '', BOUNCE_DOMAIN: '', BOUNCE_SMTP_PORT: '' },
    ],
    ['two providers', { SMTP2_HOST: 'mail2', SMTP2_PORT: '587', SMTP2_USER: 'u', SMTP2_PASSWORD: 'p' }],
    [
      'a look-up',
      { SMTP_LOOKUP_URL: 'https://api.mail.example/v1/mails?id={messageId}', SMTP_LOOKUP_LIST: 'data.items' },
    ],
    ['bounces', { BOUNCE_DOMAIN: 'terug.opgroeipunt.example', BOUNCE_SMTP_PORT: '2525' }],
  ])('takes %s', (_what, env) => {
    expect(faults(env)).toEqual([]);
  });

  it('tells every fault at once', () => {
    expect(
      faults({
        SMTP_USER: 'u',
        SMTP2_PASSWORD: 'p',
        SMTP_LOOKUP_URL: 'https://api.mail.example/v1/mails',
        SMTP_LOOKUP_LIST: 'data..items',
        BOUNCE_DOMAIN: 'terug.example',
        LATE_PER_MINUTE: '0',
      }),
    ).toEqual([
      'BOUNCE_SMTP_PORT',
      'LATE_PER_MINUTE',
      'SMTP2_HOST',
      'SMTP2_USER',
      'SMTP_LOOKUP_LIST',
      'SMTP_LOOKUP_URL',
      'SMTP_PASSWORD',
    ]);
  });

  it('wants a bounce domain with a bounce port', () => {
    expect(faults({ BOUNCE_SMTP_PORT: '2525' })).toEqual(['BOUNCE_DOMAIN']);
  });
});
