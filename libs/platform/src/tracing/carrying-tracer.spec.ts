import { describe, expect, it } from '@jest/globals';
import { isSpanContextValid, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { CarryingTracer } from './carrying-tracer.js';
import { contextFrom } from './trace-context.js';
import { Tracing } from './tracing.js';

const tracer = new CarryingTracer();
const CALLER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('tracing without anywhere to send spans', () => {
  // Sets how the header is read, as every service does at its start.
  const tracing = new Tracing('intake', undefined);

  it('goes on with the trace of the caller, as a step of its own', () => {
    const { traceId, spanId, traceFlags } = tracer.startSpan('x', {}, contextFrom(CALLER)).spanContext();
    expect({ traceId, traceFlags }).toEqual({ traceId: '0af7651916cd43dd8448eb211c80319c', traceFlags: 1 });
    expect(spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(spanId).not.toBe('b7ad6b7169203331');
  });

  it('starts a trace of its own without a caller, another one each time', () => {
    const [first, second] = [1, 2].map(() => tracer.startSpan('x', {}, ROOT_CONTEXT).spanContext());
    expect(first !== undefined && isSpanContextValid(first)).toBe(true);
    expect(first?.traceId).not.toBe(second?.traceId);
  });

  it('is what work within sees, also through the parts of the platform', async () => {
    const seen = await tracing.run({ name: 'x', kind: 1, traceparent: CALLER }, async () =>
      tracer.startActiveSpan('y', () => trace.getActiveSpan()?.spanContext().traceId),
    );
    expect(seen).toBe('0af7651916cd43dd8448eb211c80319c');
  });
});
