export { currentTraceId, currentTraceparent, contextFrom } from './trace-context.js';
export { Tracing, type SpanDetails } from './tracing.js';
export { traceRequests, traceIdOf } from './http-tracing.js';
