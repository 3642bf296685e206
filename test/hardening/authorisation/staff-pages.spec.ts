import { describe, expect, it } from '@jest/globals';
import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';
import { pageRoutes } from './page-routes.js';

const COOKIES = [undefined, 'opgroeipunt_session=geraden', '__Host-opgroeipunt=geraden'];

const visit = (method: string, path: string, cookie: string | undefined): Promise<Answer> =>
  ask({
    base: addresses().portal,
    method,
    path: path.replaceAll(/\{\w+\}/g, '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f'),
    headers: {
      accept: 'text/html',
      ...(cookie === undefined ? {} : { cookie }),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
  });

describe('pages for staff', () => {
  it.each(COOKIES)('send who is not signed in to the login page (cookie: %s)', async (cookie) => {
    const pages = (await pageRoutes([])).filter(({ opensTo }) => opensTo === 'signed-in staff');
    expect(pages.length).toBeGreaterThan(2);
    for (const { method, path } of pages) {
      const { status, headers } = await visit(method, path, cookie);
      expect({ path, status }).toEqual({ path, status: 303 });
      expect(headers.location).toMatch(/^\/login/);
    }
  });
});
