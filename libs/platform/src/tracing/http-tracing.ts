import { context, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tracing } from './tracing.js';

const spans = new WeakMap<FastifyRequest, Span>();

/** A span around every request, continuing the `traceparent` of the caller; the route pattern, never the address. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const header = request.headers['traceparent'];
    const route = request.routeOptions.url ?? 'unknown';
    const span = tracing.start({
      name: `${request.method} ${route}`,
      kind: SpanKind.SERVER,
      traceparent: typeof header === 'string' ? header : undefined,
      attributes: { 'http.request.method': request.method, 'http.route': route },
    });
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  // Reading a body loses the context of the hook above: the parser calls back from the socket.
  server.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) return done();
    context.with(trace.setSpan(context.active(), span), done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** Trace id of a request outside its async context (error handlers of the parser). */
export const traceIdOf = (request: FastifyRequest): string | undefined =>
  spans.get(request)?.spanContext().traceId;
