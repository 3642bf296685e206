import { describe, expect, it } from '@jest/globals';
import { API_PARTS } from '../../contract/running/openapi-document.js';
import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';
import { exchange } from '../asking/raw-exchange.js';

/** Answers of every sort: found, refused by the router, the guard, the parser and the checks. */
const QUESTIONS: [string, string, Record<string, string>?, string?][] = [
  ['GET', '/health/live'],
  ['GET', '/metrics'],
  ['GET', '/openapi.json'],
  ['GET', '/docs'],
  ['GET', '/nowhere'],
  ['GET', '/%zz'],
  ['DELETE', '/health/live'],
  ['TRACE', '/health/live'],
  ['OPTIONS', '/health/live'],
  ['GET', '/api/v1/parked-events'],
  ['POST', '/api/v1/parked-events/1/replay', { 'content-type': 'text/xml' }, '<a/>'],
  ['POST', '/api/v1/parked-events/1/replay', { 'content-encoding': 'gzip' }, '{}'],
  ['POST', '/api/v1/parked-events/1/replay', { 'content-type': 'application/json' }, '{'],
];

const PAGES = ['/', '/melden', '/melden/melding', '/opvolgen', '/werklijst', '/login', '/nergens'];

const POLICY = /^default-src 'none';/;

/** What an answer lacks. */
function missing({ headers }: Answer): string[] {
  const expected: [string, RegExp][] = [
    ['content-security-policy', POLICY],
    ['x-content-type-options', /^nosniff$/],
    ['referrer-policy', /^no-referrer$/],
    ['cache-control', /^no-store$/],
  ];
  const absent = expected.filter(([name, value]) => !value.test(String(headers[name] ?? '')));
  const telling = ['server', 'x-powered-by', 'set-cookie'].filter((name) => headers[name] !== undefined);
  return [...absent.map(([name]) => `no ${name}`), ...telling];
}

const faultsOf = async (base: string, questions: typeof QUESTIONS): Promise<string[]> => {
  const faults: string[] = [];
  for (const [method, path, headers = {}, body] of questions) {
    const answer = await ask({ base, method, path, headers, ...(body === undefined ? {} : { body }) });
    faults.push(...missing(answer).map((fault) => `${method} ${path} (${answer.status}): ${fault}`));
  }
  return faults;
};

describe.each([...API_PARTS, 'portal' as const])('every answer of %s', (part) => {
  it('has the headers that keep a browser strict', async () => {
    expect(await faultsOf(addresses()[part], QUESTIONS)).toEqual([]);
  });

  it('also when it is no answer to a request', async () => {
    const { text } = await exchange(addresses()[part], 'GARBAGE\r\n\r\n');
    expect(text).toMatch(/content-security-policy: default-src 'none'/i);
    expect(text).toMatch(/x-content-type-options: nosniff/i);
    expect(text).toMatch(/cache-control: no-store/i);
  });
});

describe('pages', () => {
  it('have them too, without inline and without a cookie', async () => {
    const asked = PAGES.filter((path) => path !== '/login').map((path): (typeof QUESTIONS)[number] => [
      'GET',
      path,
      { accept: 'text/html' },
    ]);
    expect(await faultsOf(addresses().portal, asked)).toEqual([]);
    const { headers } = await ask({ base: addresses().portal, method: 'GET', path: '/' });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  });
});
