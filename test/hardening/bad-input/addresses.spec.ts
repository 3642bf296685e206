import { describe, expect, it } from '@jest/globals';
import { addresses, token } from '../../system/system-under-test.js';
import { ask, type Answer } from '../asking/ask.js';
import { problemFaults } from '../asking/problem.js';
import { outcomeOf } from './melding-input.js';

const LIST = '/api/v1/worklist';

const get = async (path: string, method = 'GET'): Promise<Answer> =>
  ask({
    base: addresses().triage,
    method,
    path,
    headers: { authorization: `Bearer ${await token('tc.centraal')}` },
  });

const input = (...errors: string[]) => ({ status: 400, code: 'INVALID_INPUT', errors });
const notFound = { status: 404, code: 'NOT_FOUND' };

describe('a query that cannot be taken', () => {
  it.each<[string, string, object]>([
    ['no rows', '?limit=0', input('/limit MIN')],
    ['too many rows', '?limit=101', input('/limit MAX')],
    ['a number that is none', '?limit=abc', input('/limit IS_INT')],
    ['half a number', '?limit=1.5', input('/limit IS_INT')],
    ['a number beyond all', '?limit=1e99', input('/limit MAX')],
    ['two limits', '?limit=1&limit=2', input('/limit IS_INT')],
    ['two terms', '?q=a&q=b', input('/q IS_STRING')],
    ['two thousand terms', `?${'q=1&'.repeat(2_000)}`, input('/q IS_STRING')],
    ['a term of 300 signs', `?q=${'x'.repeat(300)}`, input('/q MAX_LENGTH')],
    ['a term of 12,000 signs', `?q=${'x'.repeat(12_000)}`, input('/q MAX_LENGTH')],
    ['NUL', '?q=%00', input('/q UNSUPPORTED_CHARACTER')],
    ['an unknown parameter', '?unknown=1', input('/unknown UNKNOWN_PROPERTY')],
    ['__proto__', '?__proto__=1', input('/__proto__ UNKNOWN_PROPERTY')],
    ['constructor', '?constructor=1', input('/constructor UNKNOWN_PROPERTY')],
    ['an unknown level', '?level=HEEL', input('/level IS_IN')],
    [
      'a cursor that we did not make',
      '?cursor=xyz',
      { status: 400, code: 'INVALID_CURSOR', errors: ['/cursor INVALID_CURSOR'] },
    ],
  ])('%s', async (_what, search, expected) => {
    const answer = await get(`${LIST}${search}`);
    expect(outcomeOf(answer)).toEqual(expected);
    expect(problemFaults(answer)).toEqual([]);
  });

  it.each(['%ed%a0%80', '%zz', '%ff'])('bytes that are no text (%s) find nothing', async (term) => {
    const { status, text } = await get(`${LIST}?q=${term}`);
    expect([status, JSON.parse(text)]).toEqual([200, { items: [], nextCursor: null }]);
  });
});

describe('an odd path', () => {
  it.each<[string, string, object]>([
    ['a broken escape', '/api/v1/cases/%zz', { status: 400, code: 'INVALID_REQUEST' }],
    ['two slashes', '/api/v1//worklist', notFound],
    ['a slash at the end', `${LIST}/`, notFound],
    ['dots', '/api/v1/../v1/worklist', notFound],
    ['a path parameter', `${LIST};x=1`, notFound],
    ['capitals', LIST.toUpperCase(), notFound],
    ['escaped slashes', '/api%2Fv1%2Fworklist', notFound],
    ['NUL', `${LIST}%00`, notFound],
    ['another host', `//elsewhere.example${LIST}`, notFound],
    ['a way out', '/api/v1/cases/..%2f..%2fetc', { status: 404, code: 'CASE_NOT_FOUND' }],
    ['right-to-left', '/api/v1/cases/%E2%80%AEx', { status: 404, code: 'CASE_NOT_FOUND' }],
    ['an id without end', `/api/v1/cases/${'x'.repeat(201)}`, { status: 414, code: 'ADDRESS_TOO_LONG' }],
  ])('%s', async (_what, path, expected) => {
    const answer = await get(path);
    expect(outcomeOf(answer)).toEqual(expected);
    expect(problemFaults(answer)).toEqual([]);
  });

  it.each(['DELETE', 'PATCH', 'PUT', 'OPTIONS'])('a method that is not there: %s', async (method) => {
    const answer = await get(LIST, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toContain('GET');
    expect(problemFaults(answer)).toEqual([]);
  });
});
