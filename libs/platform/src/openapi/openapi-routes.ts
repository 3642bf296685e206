import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { docsPage } from './docs-page.js';
import { openApiDocument } from './openapi.js';

/** `GET /openapi.json` and `GET /docs`. Call it before the application listens. */
export function serveOpenApi(app: NestFastifyApplication, title: string): void {
  const server = app.getHttpAdapter().getInstance();
  // Made at the first request: it costs time that a start should not wait for.
  let json: string | undefined;
  let html: string | undefined;
  server.get('/openapi.json', async (_request, reply) => {
    json ??= JSON.stringify(openApiDocument(app, title));
    return reply.type('application/json; charset=utf-8').send(json);
  });
  server.get('/docs', async (_request, reply) => {
    html ??= docsPage(openApiDocument(app, title));
    return reply.type('text/html; charset=utf-8').send(html);
  });
}
