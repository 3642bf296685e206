import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdison, type Edison } from './edison-api.js';

interface Schema {
  properties: Record<string, { example?: unknown }>;
}
interface OpenApi {
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, Schema> };
}

describe('The described API of the store', () => {
  let edison: Edison;
  let document: OpenApi;
  beforeAll(async () => {
    edison = await startEdison();
    document = (await (await fetch(`${edison.service.url}/openapi.json`)).json()) as OpenApi;
  });
  afterAll(() => edison.service.stop());

  it('names every request of the contract', () => {
    const requests = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(requests).toEqual(
      expect.arrayContaining([
        'get /api/v1/locations',
        'get /api/v1/locations/{id}',
        'get /api/v1/locations/{id}/dossier',
        'get /api/v1/dossiers/zonder-locatie',
        'get /api/v1/meldingen',
        'get /api/v1/meldingen/{meldingId}',
        'put /api/v1/meldingen/{meldingId}',
        'get /api/v1/changes',
      ]),
    );
  });

  it('has an example of a registration that the store accepts', async () => {
    const schema = document.components.schemas['MeldingRegistrationDto'];
    const example = Object.fromEntries(
      Object.entries(schema?.properties ?? {}).map(([name, property]) => [name, property.example]),
    );
    const sync = await edison.dossierSync();
    const answer = await sync.put('/api/v1/meldingen/01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60', example);
    expect(answer.status).toBe(201);
  });
});
