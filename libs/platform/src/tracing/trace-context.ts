import { context, propagation, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';

/** Id of the trace that this work belongs to; zeros outside any trace. */
export function currentTraceId(): string {
  return trace.getActiveSpan()?.spanContext().traceId ?? '0'.repeat(32);
}

/** W3C `traceparent` of the work going on, to send along with calls and events; undefined outside any trace. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

/** Context that continues the trace of a caller; a missing or broken `traceparent` starts a new one. */
export function contextFrom(traceparent: string | undefined): Context {
  return traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
}
