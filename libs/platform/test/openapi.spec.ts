import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startTestService, type TestService } from '#platform/testing';
import { sampleService } from './sample/sample.service.js';

interface Operation {
  security?: object[];
  'x-roles'?: string[];
  parameters?: { name: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Document {
  security: object[];
  paths: Record<string, Record<string, Operation>>;
}

let service: TestService;
let document: Document;

beforeAll(async () => {
  service = await startTestService(sampleService);
  document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Document;
});

afterAll(async () => {
  await service.stop();
});

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toMatchObject({
      valid: true,
    });
  });

  it('tells who may use what', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.paths['/health/live']?.['get']?.security).toEqual([]);
    expect(document.paths['/api/v1/notes']?.['post']?.security).toEqual([]);
    expect(document.paths['/api/v1/signed-in']?.['get']?.security).not.toEqual([]);
    expect(document.paths['/api/v1/coordinator']?.['get']?.['x-roles']).toEqual([
      'TEAMCOORDINATOR',
      'BEHEERDER',
    ]);
  });

  it('tells the shape of every error, and the header that makes a POST repeatable', () => {
    const create = document.paths['/api/v1/notes']?.['post'];
    expect(create?.parameters?.map(({ name }) => name)).toContain('Idempotency-Key');
    for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
      expect(Object.keys(operation.responses['default']?.content ?? {})).toEqual([
        'application/problem+json',
      ]);
    }
  });
});
