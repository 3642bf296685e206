import {
  context,
  isSpanContextValid,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type SpanOptions,
  type Tracer,
} from '@opentelemetry/api';
import { freshBytes } from '../vault/fresh-bytes.js';

const TRACE_ID_BYTES = 16;
const SPAN_ID_BYTES = 8;

/**
 * Carries traces on without writing spans down, for a process that sends them nowhere: what it calls and causes still
 * belongs to the same trace, at a small part of what recording costs.
 */
export class CarryingTracer implements Tracer {
  startSpan(_name: string, options: SpanOptions = {}, parent: Context = context.active()): Span {
    const known = options.root === true ? undefined : trace.getSpanContext(parent);
    const spanId = freshBytes(SPAN_ID_BYTES).toString('hex');
    if (known !== undefined && isSpanContextValid(known)) {
      return trace.wrapSpanContext({ ...known, spanId, isRemote: false });
    }
    return trace.wrapSpanContext({
      traceId: freshBytes(TRACE_ID_BYTES).toString('hex'),
      spanId,
      // Others that follow the trace may well write it down.
      traceFlags: TraceFlags.SAMPLED,
    });
  }

  startActiveSpan<F extends (span: Span) => unknown>(name: string, work: F): ReturnType<F>;
  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    options: SpanOptions,
    work: F,
  ): ReturnType<F>;
  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    options: SpanOptions,
    parent: Context,
    work: F,
  ): ReturnType<F>;
  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    ...rest: [F] | [SpanOptions, F] | [SpanOptions, Context, F]
  ): ReturnType<F> {
    const work = rest.at(-1) as F;
    const [options, given] = rest.slice(0, -1) as [SpanOptions?, Context?];
    const parent = given ?? context.active();
    const span = this.startSpan(name, options, parent);
    return context.with(trace.setSpan(parent, span), () => work(span)) as ReturnType<F>;
  }
}
