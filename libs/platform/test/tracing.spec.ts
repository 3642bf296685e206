import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { eventually, startTestService, type TestService } from '#platform/testing';
import { eventChainService, Steps } from './sample/event-chain.service.js';

interface Exported {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: { traceId: string; name: string }[] }[];
  }[];
}

const TRACE = '2af7651916cd43dd8448eb211c80319c';
const received: Exported[] = [];
let collector: Server;
let service: TestService;

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()) as Exported);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  service = await startTestService(eventChainService, {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
  });
});

afterAll(async () => {
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

describe('one trace', () => {
  it('goes from the caller through request, event and work, and is exported under the name of the service', async () => {
    const { seen } = service.app.get(Steps);
    const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
    await fetch(`${service.url}/api/v1/notes`, { method: 'POST', headers: { traceparent } });
    await eventually(() => expect(seen).toEqual({ request: TRACE, event: TRACE, work: TRACE }));

    await service.stop();
    const ours = received
      .flatMap(({ resourceSpans }) => resourceSpans)
      .filter(({ resource }) => resource.attributes.some(({ value }) => value.stringValue === 'edison'))
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
      .filter(({ traceId }) => traceId === TRACE);
    expect(ours.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POST /api/v1/notes', 'process be.opgroeipunt.note.written.v1']),
    );
  });
});
