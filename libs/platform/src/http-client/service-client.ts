import { Injectable } from '@nestjs/common';
import type { ProblemDetails } from '../problem/problem-details.js';
import { currentTraceparent } from '../tracing/trace-context.js';
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

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text !== '' && /\bjson\b/.test(response.headers.get('content-type') ?? '')
    ? JSON.parse(text)
    : undefined;
}

/**
 * Calls of one service to another, with this service's own token and the trace of the work going on.
 * Every method throws `ServiceUnavailable` (try later) or `ServiceAnswered` (a 4xx or 500, with its problem).
 */
@Injectable()
export class ServiceClient {
  constructor(private readonly token: ServiceToken) {}

  get<T>(baseUrl: string, path: string, options: CallOptions = {}): Promise<ServiceAnswer<T>> {
    return this.call('GET', baseUrl, path, options);
  }

  put<T>(baseUrl: string, path: string, options: CallOptions): Promise<ServiceAnswer<T>> {
    return this.call('PUT', baseUrl, path, options);
  }

  post<T>(baseUrl: string, path: string, options: CallOptions): Promise<ServiceAnswer<T>> {
    return this.call('POST', baseUrl, path, options);
  }

  private async call<T>(
    method: string,
    baseUrl: string,
    path: string,
    options: CallOptions,
  ): Promise<ServiceAnswer<T>> {
    const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
    const response = await this.send(method, url, options);
    if (response.status === 401) this.token.forget();
    if (AWAY.has(response.status)) throw new ServiceUnavailable(url.origin);
    const body = await bodyOf(response);
    if (!response.ok) {
      throw new ServiceAnswered(
        url.origin,
        response.status,
        (body ?? {}) as Partial<ProblemDetails>,
        response.headers,
      );
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
