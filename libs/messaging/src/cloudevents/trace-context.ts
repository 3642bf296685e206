import { context, propagation, type Context } from '@opentelemetry/api';

/** W3C trace context of what runs now, to be stored with what it causes; null when nothing is traced. */
export function currentTraceparent(): string | null {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}

/** The context in which the stored trace goes on. */
export function traceContextOf(traceparent: string | null): Context {
  return traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();
}
