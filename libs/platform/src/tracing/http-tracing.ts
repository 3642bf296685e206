import { context, SpanKind, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Tracing } from './tracing.js';

/** Kept on the request itself: a weak map of all that are under way is work for each collection of garbage. */
const TRACE = Symbol('trace');

interface TracedRequest extends FastifyRequest {
  [TRACE]?: { span: Span; context: Context };
}

/** A span around every request, continuing the `traceparent` of the caller; the route pattern, never the address. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  server.addHook('onRequest', (request: TracedRequest, _reply, done) => {
    const header = request.headers['traceparent'];
    const route = request.routeOptions.url ?? 'unknown';
    const span = tracing.start({
      name: `${request.method} ${route}`,
      kind: SpanKind.SERVER,
      traceparent: typeof header === 'string' ? header : undefined,
      attributes: { 'http.request.method': request.method, 'http.route': route },
    });
    request[TRACE] = { span, context: trace.setSpan(context.active(), span) };
    context.with(request[TRACE].context, done);
  });
  // Reading a body loses the context of the hook above: the parser calls back from the socket.
  server.addHook('preHandler', (request: TracedRequest, _reply, done) => {
    if (request[TRACE] === undefined) return done();
    context.with(request[TRACE].context, done);
  });
  server.addHook('onResponse', (request: TracedRequest, reply, done) => {
    const span = request[TRACE]?.span;
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** Trace id of a request outside its async context (error handlers of the parser). */
export const traceIdOf = (request: TracedRequest): string | undefined =>
  request[TRACE]?.span.spanContext().traceId;
