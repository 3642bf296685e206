import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC_KINDS } from '#contracts';
import { kindAddress } from '../src/melden/kind-address.js';
import { startPortal, type StartedPortal } from './started-portal.js';

let started: StartedPortal;
const HTML = { accept: 'text/html' };

beforeAll(async () => {
  started = await startPortal();
}, 60_000);
afterAll(() => started.stop());

const get = (path: string): Promise<Response> =>
  fetch(`${started.portal.url}${path}`, { headers: HTML, redirect: 'manual' });

describe('public pages', () => {
  it.each(['/', '/melden', '/opvolgen', '/toegankelijkheid-en-privacy', ...PUBLIC_KINDS.map(kindAddress)])(
    '%s starts with the 112 sentence, offers the way out, and leaves nothing behind',
    async (path) => {
      const answer = await get(path);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).toContain('Is er nu een kind in levensgevaar?');
      expect(page).toContain('Verlaat deze site snel');
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page).not.toMatch(/ (style|on\w+)="/);
    },
  );
});
