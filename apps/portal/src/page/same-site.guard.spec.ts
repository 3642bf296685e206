import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { describe, expect, it } from '@jest/globals';
import { CrossSiteRefused, SameSiteGuard } from './same-site.guard.js';

const request = (method: string, headers: Record<string, string>) =>
  new ExecutionContextHost([{ method, headers, host: 'meldpunt.example' }]);
const check = (method: string, headers: Record<string, string>) => () =>
  new SameSiteGuard().canActivate(request(method, headers));

describe('forms without a cookie', () => {
  it.each([
    ['of our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['with our own origin', { origin: 'https://meldpunt.example' }],
    ['typed in by hand', { 'sec-fetch-site': 'none' }],
    ['of a client that tells nothing', {}],
  ])('lets a form %s in', (_name, headers) => {
    expect(check('POST', headers)()).toBe(true);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    [
      'a neighbour under the same domain',
      { 'sec-fetch-site': 'same-site', origin: 'https://elders.example' },
    ],
    ['another origin in an older browser', { origin: 'https://elders.example' }],
    ['a broken origin', { origin: 'niets' }],
  ])('refuses a form of %s', (_name, headers) => {
    expect(check('POST', headers)).toThrow(CrossSiteRefused);
  });

  it('leaves links from elsewhere alone', () => {
    expect(check('GET', { 'sec-fetch-site': 'cross-site' })()).toBe(true);
  });
});
