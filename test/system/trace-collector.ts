import { appendFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Attribute {
  key: string;
  value: { stringValue?: string };
}

interface ExportedSpans {
  resourceSpans?: {
    resource?: { attributes?: Attribute[] };
    scopeSpans?: { spans?: { traceId: string; name: string }[] }[];
  }[];
}

export interface CollectedSpan {
  traceId: string;
  service: string;
  name: string;
}

export interface TraceCollector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  stop(): Promise<void>;
}

const serviceOf = (attributes: Attribute[] = []): string =>
  attributes.find((attribute) => attribute.key === 'service.name')?.value.stringValue ?? '';

function spansIn({ resourceSpans = [] }: ExportedSpans): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) =>
    scopeSpans
      .flatMap(({ spans = [] }) => spans)
      .map(({ traceId, name }) => ({ traceId, name, service: serviceOf(resource?.attributes) })),
  );
}

/**
 * Takes spans as an OpenTelemetry collector does (OTLP over HTTP, JSON); `GET /spans/{traceId}` gives them back.
 * @param file keeps every byte that came, attributes and events of the spans included
 */
export async function startTraceCollector(file: string): Promise<TraceCollector> {
  const collected: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const traceId = request.url?.split('/').at(-1);
      const found = collected.filter((span) => span.traceId === traceId);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks).toString();
      appendFileSync(file, `${sent}\n`);
      collected.push(...spansIn(JSON.parse(sent) as ExportedSpans));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
