import {
  context,
  propagation,
  SpanStatusCode,
  trace,
  type Span,
  type SpanKind,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { CarryingTracer } from './carrying-tracer.js';
import { registerProvider } from './process-tracers.js';
import { contextFrom } from './trace-context.js';

let installed = false;

/** Context and header format belong to the process; the provider to one service, so that spans carry its name. */
function installInProcess(): void {
  if (installed) return;
  installed = true;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
}

const carryingTracer = new CarryingTracer();
const carrying: TracerProvider = { getTracer: () => carryingTracer };

const recordingFor = (serviceName: string, otlpEndpoint: string): BasicTracerProvider =>
  new BasicTracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: serviceName }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${otlpEndpoint.replace(/\/$/, '')}/v1/traces` })),
    ],
  });

export interface SpanDetails {
  name: string;
  kind: SpanKind;
  traceparent?: string | undefined;
  /** Codes and ids only: no address, name or text (contract 5). */
  attributes?: Record<string, string | number>;
}

/** Traces of one service. Spans leave the process only when an OTLP endpoint is configured. */
export class Tracing {
  private readonly recording: BasicTracerProvider | undefined;
  private readonly tracer: Tracer;

  constructor(serviceName: string, otlpEndpoint: string | undefined) {
    installInProcess();
    this.recording = otlpEndpoint === undefined ? undefined : recordingFor(serviceName, otlpEndpoint);
    const provider = this.recording ?? carrying;
    registerProvider(serviceName, provider);
    this.tracer = provider.getTracer('opgroeipunt');
  }

  /** Starts a span for work that came from elsewhere; end it yourself. */
  start(details: SpanDetails): Span {
    const { name, kind, attributes = {} } = details;
    return this.tracer.startSpan(name, { kind, attributes }, contextFrom(details.traceparent));
  }

  /** Runs work inside a new span that continues `traceparent`; a failure marks the span and is thrown on. */
  async run<T>(details: SpanDetails, work: () => Promise<T>): Promise<T> {
    const span = this.start(details);
    try {
      return await context.with(trace.setSpan(contextFrom(details.traceparent), span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  /** Sends what is still waiting. */
  async stop(): Promise<void> {
    await this.recording?.shutdown();
  }
}
