import { Injectable } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import { currentTraceparent } from '../tracing/trace-context.js';
import { Tracing } from '../tracing/tracing.js';
import { ServiceAnswered, ServiceUnavailable } from './service-errors.js';
import { ServiceToken } from './service-token.js';

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Default 5,000 ms. */
  timeoutMs?: number;
}

export interface ServiceAnswer<T> {
  status: number;
  headers: Headers;
  body: T;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const AWAY = new Set([502, 503, 504]);

async function bodyOf(response: Response, origin: string): Promise<unknown> {
  try {
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return text !== '' && isJson ? JSON.parse(text) : undefined;
  } catch (error) {
    // The answer was cut off on its way.
    throw new ServiceUnavailable(origin, { cause: error });
  }
}

/**
 * Calls of one service to another, with this service's own token and the trace of the work going on.
 * Every method throws `ServiceUnavailable` (try later) or `ServiceAnswered` (a 4xx or 500, with its problem).
 */
@Injectable()
export class ServiceClient {
  constructor(
    private readonly token: ServiceToken,
    private readonly tracing: Tracing,
  ) {}

  get<T>(baseUrl: string, path: string, options: CallOptions = {}): Promise<ServiceAnswer<T>> {
    return this.call('GET', baseUrl, path, options);
  }

  put<T>(baseUrl: string, path: string, options: CallOptions): Promise<ServiceAnswer<T>> {
    return this.call('PUT', baseUrl, path, options);
  }

  post<T>(baseUrl: string, path: string, options: CallOptions): Promise<ServiceAnswer<T>> {
    return this.call('POST', baseUrl, path, options);
  }

  private call<T>(
    method: string,
    baseUrl: string,
    path: string,
    options: CallOptions,
  ): Promise<ServiceAnswer<T>> {
    const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
    // No path in the name: it may hold an id.
    return this.tracing.run(
      { name: `${method} ${url.host}`, kind: SpanKind.CLIENT, traceparent: currentTraceparent() },
      () => this.answer<T>(method, url, options),
    );
  }

  private async answer<T>(method: string, url: URL, options: CallOptions): Promise<ServiceAnswer<T>> {
    let response = await this.send(method, url, options);
    if (response.status === 401) {
      // The provider may have changed its keys since; a fresh token settles it.
      this.token.forget();
      response = await this.send(method, url, options);
    }
    if (AWAY.has(response.status)) throw new ServiceUnavailable(url.origin);
    const body = await bodyOf(response, url.origin);
    if (!response.ok) {
      throw new ServiceAnswered(url.origin, response.status, body ?? {}, response.headers);
    }
    return { status: response.status, headers: response.headers, body: body as T };
  }

  private async send(method: string, url: URL, options: CallOptions): Promise<Response> {
    const traceparent = currentTraceparent();
    const token = await this.token.get();
    try {
      return await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(traceparent === undefined ? {} : { traceparent }),
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailable(url.origin, { cause: error });
    }
  }
}
