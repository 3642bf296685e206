import { Injectable } from '@nestjs/common';
import { currentTraceparent, ServiceAnswered, ServiceUnavailable } from '#platform';
import type { Visitor } from './visitor.js';

export interface BackendCall {
  /** Access token of the member of staff, or of a melder who follows up; none on open routes. */
  token?: string;
  body?: object;
  /** The person that the call is for, on routes that limit how often one may ask. */
  visitor?: Visitor;
  headers?: Record<string, string>;
}

const TIMEOUT_MS = 8_000;
const AWAY = new Set([502, 503, 504]);

/**
 * Calls to intake and triage in the name of the person at the browser: with that person's token, or none. (The
 * `ServiceClient` of the platform speaks for the portal itself; the portal has no rights of its own on cases.)
 * Throws `ServiceUnavailable` or `ServiceAnswered`, like the platform's.
 */
@Injectable()
export class BackendClient {
  get<T>(baseUrl: string, path: string, call: BackendCall = {}): Promise<T> {
    return this.send<T>('GET', baseUrl, path, call);
  }

  post<T>(baseUrl: string, path: string, call: BackendCall): Promise<T> {
    return this.send<T>('POST', baseUrl, path, call);
  }

  private async send<T>(
    method: 'GET' | 'POST',
    baseUrl: string,
    path: string,
    call: BackendCall,
  ): Promise<T> {
    const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
    const response = await this.fetch(method, url, call);
    if (AWAY.has(response.status)) throw new ServiceUnavailable(url.origin);
    const body: unknown = await this.jsonOf(response, url);
    if (response.ok) return body as T;
    throw new ServiceAnswered(url.origin, response.status, body ?? {}, response.headers);
  }

  private async fetch(
    method: string,
    url: URL,
    { token, body, visitor, headers }: BackendCall,
  ): Promise<Response> {
    const traceparent = currentTraceparent();
    try {
      return await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          'accept-language': 'nl',
          ...(traceparent === undefined ? {} : { traceparent }),
          ...(visitor === undefined ? {} : { 'x-forwarded-for': visitor.forwardedFor }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new ServiceUnavailable(url.origin, { cause: error });
    }
  }

  private async jsonOf(response: Response, url: URL): Promise<unknown> {
    try {
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    } catch (error) {
      // Cut off half-way, or a page of something in between: as good as no answer.
      throw new ServiceUnavailable(url.origin, { cause: error });
    }
  }
}
