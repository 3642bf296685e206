import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from './configuration-error.js';
import { loadConfig } from './load-config.js';
import { ServiceConfig } from './service-config.js';

const good = {
  PORT: '3001',
  DATABASE_URL: 'postgres://u:p@localhost:3032/x',
  OIDC_ISSUER: 'http://localhost:3006',
  SERVICE_CLIENT_ID: 'svc-intake',
  SERVICE_CLIENT_SECRET: 'geheim',
};

const faults = (env: Record<string, string | undefined>): string[] => {
  try {
    loadConfig(ServiceConfig, env, ['DATABASE_URL']);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ variable }) => variable);
  }
};

describe('configuration', () => {
  it('has types and defaults; an empty variable is as good as none', () => {
    const config = loadConfig(ServiceConfig, { ...good, KAFKA_BROKERS: '', PATH: '/bin' });
    expect(config).toMatchObject({
      PORT: 3001,
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      OIDC_AUDIENCE: 'opgroeipunt',
    });
    expect(config.KAFKA_BROKERS).toBeUndefined();
  });

  it('tells every fault at once', () => {
    expect(faults({}).sort()).toEqual([
      'DATABASE_URL',
      'OIDC_ISSUER',
      'PORT',
      'SERVICE_CLIENT_ID',
      'SERVICE_CLIENT_SECRET',
    ]);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['OIDC_ISSUER', 'ftp://x'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_POOL_SIZE', '0'],
  ])('refuses %s=%s without repeating it', (variable, value) => {
    expect(faults({ ...good, [variable]: value })).toEqual([variable]);
    expect(() => loadConfig(ServiceConfig, { ...good, [variable]: value })).not.toThrow(
      new RegExp(`: .*${value}`),
    );
  });
});
