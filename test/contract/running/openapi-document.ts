import { readFileSync } from 'node:fs';
import request from 'supertest';
import type { Addresses } from '../../system/addresses.js';
import { addresses } from '../../system/system-under-test.js';
import { documentFile } from '../generate-documents.js';

export interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  requestBody?: { content: Record<string, { examples?: Record<string, { value: object }> }> };
  'x-public'?: boolean;
  'x-roles'?: string[];
  'x-services'?: string[];
}

export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

/** Services with an API for other programs; the portal shows pages. */
export const API_PARTS = [
  'intake',
  'triage',
  'dossierSync',
  'notification',
  'edison',
] as const satisfies (keyof Addresses)[];
export type ApiPart = (typeof API_PARTS)[number];

/** Text of the document as it is committed: keys as the service gives them, readable in a diff. */
export async function servedDocument(part: ApiPart): Promise<string> {
  const { body } = await request(addresses()[part]).get('/openapi.json').expect(200);
  return `${JSON.stringify(body, null, 2)}\n`;
}

export const committedFile = (part: ApiPart): string => `openapi/${part}.json`;

export const committedDocument = (part: ApiPart): OpenApi =>
  JSON.parse(readFileSync(documentFile(committedFile(part)), 'utf8')) as OpenApi;
