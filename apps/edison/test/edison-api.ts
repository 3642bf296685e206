import { fileURLToPath } from 'node:url';
import type { Role } from '#platform';
import { startTestService, type TestService } from '#platform/testing';
import { edisonService } from '../src/service.js';

export const FIXTURES = fileURLToPath(new URL('../../../deploy/fixtures', import.meta.url));

export interface Answer<T> {
  status: number;
  etag: string | null;
  contentType: string | null;
  body: T;
}

/** A running store on an empty database, and the two kinds of callers it has. */
export interface Edison {
  service: TestService;
  as(token: string): Caller;
  staff(role?: Role): Promise<Caller>;
  dossierSync(): Promise<Caller>;
}

export class Caller {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path, {});
  }

  put<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('PUT', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  private async call<T>(method: string, path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...(init.headers as Record<string, string>) },
    });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      contentType: response.headers.get('content-type'),
      body: (await response.json()) as T,
    };
  }
}

export async function startEdison(
  env: Record<string, string> = { EDISON_SEED_DIR: FIXTURES },
): Promise<Edison> {
  const service = await startTestService(edisonService, { env });
  const as = (token: string): Caller => new Caller(service.url, token);
  return {
    service,
    as,
    staff: async (role = 'KB_KO') => as(await service.identity.staffToken('kb.ko.oost1', [role])),
    dossierSync: async () => as(await service.identity.serviceToken('dossier-sync')),
  };
}
