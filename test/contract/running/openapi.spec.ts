import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import request from 'supertest';
import { report } from '../../journeys/melder.steps.js';
import { aMelding } from '../../journeys/melding.builder.js';
import { caseWhen } from '../../journeys/staff.steps.js';
import { addresses, serviceToken, token } from '../../system/system-under-test.js';
import { documentFile } from '../generate-documents.js';
import { operationsWithBody, requestExamples, type RequestExample } from './examples.js';
import {
  API_PARTS,
  committedDocument,
  committedFile,
  servedDocument,
  type ApiPart,
  type Operation,
} from './openapi-document.js';

if (process.env.UPDATE_CONTRACTS === '1') {
  mkdirSync(documentFile('openapi/'), { recursive: true });
  for (const part of API_PARTS) writeFileSync(documentFile(committedFile(part)), await servedDocument(part));
}

/** Somebody who holds a role, for the operations that ask for one. */
const HOLDERS: Record<string, string> = {
  KB_MC: 'kb.mc.een',
  KB_KO: 'kb.ko.oost1',
  TEAMCOORDINATOR: 'tc.centraal',
  BEHEERDER: 'beheer.een',
};

describe.each(API_PARTS)('OpenAPI of %s', (part) => {
  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(await servedDocument(part)));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('is committed as served', async () => {
    const file = documentFile(committedFile(part));
    expect(existsSync(file)).toBe(true);
    expect(await servedDocument(part)).toBe(readFileSync(file, 'utf8'));
  });
});

describe('examples of requests', () => {
  const real: Record<string, string> = {};

  beforeAll(async () => {
    const accepted = await report(aMelding({ location: { id: 'L06' } }));
    const { id } = await caseWhen('kb.mc.een', accepted.reference, () => true);
    Object.assign(real, { caseId: id, meldingId: accepted.id });
  });

  it.each(operationsWithBody())('stand beside $method $part $path', ({ operation }) => {
    expect(Object.keys(operation.requestBody?.content['application/json']?.examples ?? {})).not.toEqual([]);
  });

  it.each(requestExamples())('$method $part $path takes "$name"', async (example) => {
    const path = example.path
      .replace('cases/{id}', `cases/${real['caseId']}`)
      .replace('messages/{id}', 'messages/0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f')
      .replace('{meldingId}', '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f');
    const sending = request(addresses()[example.part])[example.method](path);
    const bearer = await bearerFor(example.operation);
    if (bearer !== undefined) sending.set('Authorization', `Bearer ${bearer}`);
    const answer = await sending.send(example.body);

    expect(Object.keys(example.operation.responses)).toContain(String(answer.status));
    expect({ errors: answer.body.errors as unknown }).toEqual({ errors: undefined });
    if (!unknownOnPurpose(example)) expect(answer.status).toBeLessThan(300);
    expect(schemaFaults(example.part, example.operation, answer.status, answer.body)).toEqual([]);
  });
});

/**
 * The code in the documents is nobody's: a follow-up code is shown once and never known beforehand. And while all goes
 * well there is no message of which nobody knows whether it was sent.
 */
const UNKNOWN_ON_PURPOSE = ['/api/v1/follow-up/tokens', '/api/v1/messages/{id}/delivery-answer'];
const unknownOnPurpose = ({ path }: RequestExample): boolean => UNKNOWN_ON_PURPOSE.includes(path);

async function bearerFor(operation: Operation): Promise<string | undefined> {
  const [service] = operation['x-services'] ?? [];
  const role = operation['x-roles']?.find((candidate) => candidate in HOLDERS);
  if (role !== undefined) return token(HOLDERS[role] ?? '');
  return service === undefined ? undefined : serviceToken(service);
}

/** Where an answer differs from its documented schema. */
function schemaFaults(part: ApiPart, operation: Operation, status: number, body: unknown): unknown[] {
  const schema = operation.responses[String(status)]?.content?.['application/json']?.schema;
  if (schema === undefined) return [];
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document', ...committedDocument(part) });
  const inDocument = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
  ajv.validate(inDocument, body);
  return ajv.errors ?? [];
}
