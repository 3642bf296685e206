import { ProxyTracerProvider, trace, type Tracer, type TracerProvider } from '@opentelemetry/api';
import { currentService } from '../logging/service-scope.js';

const providers = new Map<string, TracerProvider>();
const none = new ProxyTracerProvider();

const providerNow = (): TracerProvider => providers.get(currentService() ?? '') ?? none;

/**
 * OpenTelemetry knows one provider per process, but a process may host several services. Libraries that ask it for
 * a tracer get one that looks up the service at work each time, so that every span carries the right name.
 */
const perService: TracerProvider = {
  getTracer: (name, version, options): Tracer =>
    new Proxy(none.getTracer(name), {
      get: (_target, property) => {
        const tracer = providerNow().getTracer(name, version, options);
        const member: unknown = Reflect.get(tracer, property);
        return typeof member === 'function' ? (member.bind(tracer) as unknown) : member;
      },
    }),
};

export function registerProvider(service: string, provider: TracerProvider): void {
  providers.set(service, provider);
  trace.setGlobalTracerProvider(perService);
}
