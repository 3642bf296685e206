import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { ServiceAnswered, ServiceClient, ServiceUnavailable, Tracing } from '#platform';
import { SpanKind } from '@opentelemetry/api';
import { startTestService, type TestService } from '#platform/testing';
import { sampleService } from './sample/sample.service.js';

const TRACE = '3af7651916cd43dd8448eb211c80319c';
let service: TestService;
let client: ServiceClient;
let remote: Server;
let base: string;
let answer: (response: ServerResponse) => void;
let heard: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  service = await startTestService(sampleService);
  client = service.app.get(ServiceClient);
  remote = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
  const address = remote.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
});

afterAll(async () => {
  await service.stop();
  remote.closeAllConnections();
  await new Promise((resolve) => remote.close(resolve));
});

beforeEach(() => {
  heard = [];
});

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response
    .writeHead(status, { 'content-type': 'application/json', etag: '"1"' })
    .end(JSON.stringify(body));

describe('a call to another service', () => {
  it('carries body, own token and trace, and gives the answer', async () => {
    answer = json(201, { id: 7 });
    const tracing = service.app.get(Tracing);
    const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
    const result = await tracing.run({ name: 'test', kind: SpanKind.INTERNAL, traceparent }, () =>
      client.put(base, '/x', { body: { a: 1 }, headers: { 'if-match': '"0"' } }),
    );
    expect(result).toMatchObject({ status: 201, body: { id: 7 } });
    expect(result.headers.get('etag')).toBe('"1"');
    expect(heard[0]?.body).toBe('{"a":1}');
    expect(heard[0]?.headers).toMatchObject({ 'if-match': '"0"', 'content-type': 'application/json' });
    expect(heard[0]?.headers['authorization']).toMatch(/^Bearer /);
    expect(String(heard[0]?.headers['traceparent'])).toContain(TRACE);
  });

  it('uses one token for many calls, and a fresh one after a 401', async () => {
    answer = json(200, {});
    await Promise.all([client.get(base, '/a'), client.get(base, '/b')]);
    await client.get(base, '/c');
    expect(new Set(heard.map(({ headers }) => headers.authorization)).size).toBe(1);
    let first = true;
    answer = (response) => {
      json(first ? 401 : 200, {})(response);
      first = false;
    };
    expect((await client.get(base, '/d')).status).toBe(200);
    answer = json(401, {});
    await expect(client.get(base, '/e')).rejects.toMatchObject({ status: 401 });
    expect(heard).toHaveLength(7);
  });

  it('tells a refusal with its problem', async () => {
    answer = json(412, { code: 'STALE' });
    const call = client.get(base, '/x');
    await expect(call).rejects.toThrow(ServiceAnswered);
    await expect(call).rejects.toMatchObject({ status: 412, problem: { code: 'STALE' } });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['503', json(503, {})],
    ['a cut connection', (response) => void response.destroy()],
    [
      'half an answer',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
    ],
    [
      'a redirect',
      (response) => void response.writeHead(302, { location: 'http://elsewhere.invalid/' }).end(),
    ],
    ['silence', () => {}],
  ])('is to be tried later after %s', async (_what, say) => {
    answer = say;
    await expect(client.get(base, '/x', { timeoutMs: 300 })).rejects.toThrow(ServiceUnavailable);
  });

  it('is to be tried later when nobody listens', async () => {
    await expect(client.get('http://127.0.0.1:1', '/x')).rejects.toThrow(ServiceUnavailable);
  });
});
