import base from './jest.config.mjs';

// Suites that share one running system: journeys, browser, hardening and the part of the contract tier that asks it.
export default {
  ...base,
  testMatch: [
    '<rootDir>/test/journeys/**/*.spec.ts',
    '<rootDir>/test/browser/**/*.spec.ts',
    '<rootDir>/test/hardening/**/*.spec.ts',
    '<rootDir>/test/contract/running/**/*.spec.ts',
  ],
  globalSetup: '<rootDir>/test/system/global-setup.mjs',
  globalTeardown: '<rootDir>/test/system/global-teardown.mjs',
  testTimeout: 60_000,
};
