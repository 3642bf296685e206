import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { encodeCursor } from '#platform';
import { startTestService, type TestService } from '#platform/testing';
import { sampleService } from './sample/sample.service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(sampleService);
});

afterAll(async () => {
  await service.stop();
});

interface Problem {
  code: string;
  traceId: string;
  status: number;
  title: string;
  detail: string;
  instance: string;
  errors?: { pointer: string; code: string; message: string }[];
}

async function ask(
  path: string,
  init: RequestInit = {},
): Promise<{ response: Response; text: string; problem: Problem }> {
  const response = await fetch(`${service.url}${path}`, init);
  const text = await response.text();
  return { response, text, problem: JSON.parse(text) as Problem };
}

const post = (body: string, headers: Record<string, string> = {}) =>
  ask('/api/v1/notes', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const SECRET = 'Jan Janssens';

describe('bad input', () => {
  it.each([
    ['broken JSON', `{"text": "${SECRET}`, 400, []],
    ['an empty body', '', 400, []],
    ['null', 'null', 400, [['/text', 'REQUIRED']]],
    ['a list', '[]', 400, [['', 'IS_OBJECT']]],
    ['a text', `"${SECRET}"`, 400, [['', 'IS_OBJECT']]],
    ['a missing field', '{}', 400, [['/text', 'REQUIRED']]],
    ['a field that is null', '{"text": null}', 400, [['/text', 'REQUIRED']]],
    ['a wrong type', `{"text": 12}`, 400, [['/text', 'IS_STRING']]],
    ['too short a text', `{"text": "ab"}`, 400, [['/text', 'MIN_LENGTH']]],
    ['too long a text', JSON.stringify({ text: SECRET.repeat(9) }), 400, [['/text', 'MAX_LENGTH']]],
    ['a number as text', `{"text": "abc", "pages": "3"}`, 400, [['/pages', 'IS_INT']]],
    ['an unknown property', `{"text": "abc", "a/b~c": "${SECRET}"}`, 400, [['/a~1b~0c', 'UNKNOWN_PROPERTY']]],
    ['a phone number for a name', `{"text": "abc", "0470123456": 1}`, 400, [['', 'UNKNOWN_PROPERTY']]],
    [
      'a nested fault',
      `{"text": "abc", "tags": [{"name": "x"}, {"name": 1}]}`,
      400,
      [['/tags/1/name', 'IS_STRING']],
    ],
    [
      'a nested unknown',
      `{"text": "abc", "main": {"name": "x", "y": 1}}`,
      400,
      [['/main/y', 'UNKNOWN_PROPERTY']],
    ],
    ['a text for a group', `{"text": "abc", "main": "x"}`, 400, [['/main', 'IS_OBJECT']]],
    ['a list for a group', `{"text": "abc", "main": []}`, 400, [['/main', 'any']]],
    ['a group for a list', `{"text": "abc", "tags": {"name": "x"}}`, 400, [['/tags', 'IS_ARRAY']]],
    ['texts in a list of groups', `{"text": "abc", "tags": ["x"]}`, 400, [['/tags/0', 'any']]],
    ['null in a list of groups', `{"text": "abc", "tags": [null]}`, 400, [['/tags/0', 'any']]],
    [
      'a value outside a list',
      `{"text": "abc", "main": {"name": "x", "weight": "${SECRET}"}}`,
      400,
      [['/main/weight', 'IS_IN']],
    ],
    ['__proto__', `{"text": "abc", "__proto__": {"admin": true}}`, 400, []],
    ['a nested constructor', `{"text": "abc", "main": {"constructor": {"prototype": {}}}}`, 400, []],
    ['constructor', `{"text": "abc", "constructor": 1}`, 400, [['/constructor', 'UNKNOWN_PROPERTY']]],
    ['toString', `{"text": "abc", "toString": "x"}`, 400, [['/toString', 'UNKNOWN_PROPERTY']]],
    ['then', `{"text": "abc", "then": {}}`, 400, [['/then', 'UNKNOWN_PROPERTY']]],
    ['an empty name', `{"text": "abc", "": 1}`, 400, [['/', 'UNKNOWN_PROPERTY']]],
    ['a group for a text', `{"text": {"deep": 1}}`, 400, [['/text', 'IS_STRING']]],
    ['NUL', `{"text": "abc\\u0000def"}`, 400, [['/text', 'UNSUPPORTED_CHARACTER']]],
    ['a lone surrogate', `{"text": "abc\\ud800def"}`, 400, [['/text', 'UNSUPPORTED_CHARACTER']]],
    ['a repeated name', `{"text": "abc", "text": "${SECRET}"}`, 400, [['/text', 'REPEATED_PROPERTY']]],
    ['a name that is a sentence', `{"text": "abc", "${SECRET}": 1}`, 400, [['', 'UNKNOWN_PROPERTY']]],
    ['NUL in a name', `{"text": "abc", "a\\u0000": 1}`, 400, [['', 'UNSUPPORTED_CHARACTER']]],
    ['deep nesting', `{"text": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 400, [['any', 'TOO_DEEP']]],
  ])('%s is a problem with a pointer', async (_name, body, status, errors) => {
    const { response, text, problem } = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({ status, instance: '/api/v1/notes' });
    expect(problem.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(problem.traceId).not.toBe('0'.repeat(32));
    expect(text).not.toContain(SECRET);
    for (const [pointer, code] of errors) {
      const [found] = problem.errors ?? [];
      if (pointer !== 'any') expect(found?.pointer).toBe(pointer);
      if (code !== 'any') expect(found?.code).toBe(code);
      expect(found?.message.length).toBeGreaterThan(5);
    }
  });

  it('is explained in Dutch, or in English or French when asked', async () => {
    const dutch = await post('{"text": "ab"}');
    const english = await post('{"text": "ab"}', { 'accept-language': 'de, en;q=0.8, nl;q=0.5' });
    const french = await post('{"text": "ab"}', { 'accept-language': 'fr-BE, en;q=0.8, nl;q=0.5' });
    expect(dutch.problem.errors?.[0]?.message).toBe('Schrijf minstens 3 tekens.');
    expect(english.problem.errors?.[0]?.message).toBe('Write at least 3 characters.');
    expect(english.problem.title).toBe('Not everything is filled in correctly');
    expect(french.problem.errors?.[0]?.message).toBe('Écrivez au moins 3 caractères.');
    expect(french.problem.title).toBe("Tout n'est pas rempli correctement");
  });
});

describe('requests that fit no route', () => {
  it.each([
    ['GET', '/nowhere', undefined, undefined, 404],
    ['GET', '/api/v1/notes/%00', undefined, undefined, 400],
    ['GET', '/api/v1/notes/%E0%A4%A', undefined, undefined, 400],
    ['DELETE', '/api/v1/notes', undefined, undefined, 405],
    ['PUT', '/api/v1/notes/7', 'application/json', '{}', 405],
    ['POST', '/api/v1/notes', 'text/xml', '<a/>', 415],
    ['POST', '/api/v1/notes', 'text/plain', 'abc', 415],
    ['POST', '/api/v1/notes', 'application/json', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413],
    ['GET', '/api/v1/notes?limit=0', undefined, undefined, 400],
    ['GET', '/api/v1/notes?limit=101', undefined, undefined, 400],
    ['GET', '/api/v1/notes?limit=x', undefined, undefined, 400],
    ['GET', '/api/v1/notes?other=1', undefined, undefined, 400],
    ['GET', '/api/v1/notes?limit=1&limit=2', undefined, undefined, 400],
    ['GET', '/api/v1/notes?cursor=AAAA', undefined, undefined, 400],
  ])('%s %s (%s) is a problem', async (method, path, type, body, status) => {
    const { response, problem } = await ask(path, {
      method,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem.status).toBe(status);
    expect(problem.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    if (status === 405) expect(response.headers.get('allow')).toContain('GET');
  });

  it('a damaged cursor is refused, a whole one read', async () => {
    const cursor = encodeCursor(['2026-01-01', 'x']);
    expect((await ask(`/api/v1/notes?cursor=${cursor}`)).text).toContain('2026-01-01');
    const damaged = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`;
    expect((await ask(`/api/v1/notes?cursor=${damaged}`)).problem.code).toBe('INVALID_CURSOR');
  });
});

describe('bodies that are not what they seem', () => {
  it.each([
    ['compressed', { 'content-encoding': 'gzip' }, '{"text": "abc"}', 415],
    ['in other signs', { 'content-type': 'application/json; charset=iso-8859-1' }, '{"text": "abc"}', 415],
    ['of bytes that are no UTF-8', {}, Buffer.from('{"text": "caf\xe9"}', 'latin1'), 400],
  ])('%s are refused', async (_name, headers, body, status) => {
    const response = await fetch(`${service.url}/api/v1/notes`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('an address is told again without what somebody typed into it', async () => {
    expect((await ask(`/api/v1/notes/${SECRET}/nowhere`)).text).not.toMatch(/Jan/);
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400],
    ['no host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: more\r\nConnection: close\r\n\r\n', 417],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('%s is a problem', async (_what, bytes, status) => {
    const { port, hostname } = new URL(service.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text)).on('error', reject);
    });
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain('application/problem+json');
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
    expect(answer).not.toContain('xxx');
  });
});

describe('failures of our own', () => {
  it('an unexpected error tells nothing of itself', async () => {
    const { response, text } = await ask('/api/v1/failing');
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/geheim|uuid|syntax|SELECT/);
  });

  it('continues the trace of the caller', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const { problem } = await post('{}', { traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    expect(problem.traceId).toBe(traceId);
  });
});

describe('every answer', () => {
  it('has strict headers', async () => {
    for (const path of ['/health/live', '/nowhere', '/docs']) {
      const { headers } = await fetch(`${service.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('the operational pages answer', async () => {
    expect(await (await fetch(`${service.url}/metrics`)).text()).toContain(
      'opgroeipunt_http_request_duration_seconds',
    );
    expect((await ask('/openapi.json')).text).toContain('/api/v1/notes');
    expect(await (await fetch(`${service.url}/docs`)).text()).toContain('/api/v1/triage-only');
    expect((await ask('/health/ready')).response.status).toBe(200);
  });
});
