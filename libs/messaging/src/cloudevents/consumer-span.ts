import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { traceContextOf } from './trace-context.js';

interface Traced {
  type: string;
  id: string;
  traceparent: string | null;
}

/** Runs the work in a span that goes on with the trace of what caused it, across outbox and broker. */
export function inConsumerSpan<T>(consumer: string, cause: Traced, work: () => Promise<T>): Promise<T> {
  const tracer = trace.getTracer('messaging');
  const options = {
    kind: SpanKind.CONSUMER,
    attributes: { 'messaging.consumer.group.name': consumer, 'messaging.message.id': cause.id },
  };
  const parent = traceContextOf(cause.traceparent);
  return tracer.startActiveSpan(`process ${cause.type}`, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Runs the work outside of any trace, for loops that would otherwise hang on to the one that started them. */
export function untraced<T>(work: () => T): T {
  return context.with(trace.deleteSpan(context.active()), work);
}
