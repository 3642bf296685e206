import { servedDocument, type ApiPart } from '../../contract/running/openapi-document.js';
import { endpoints } from '../authorisation/endpoint.js';
import type { Schema, Schemas } from './from-schema.js';
import type { FuzzedOperation, Parameter } from './question-maker.js';

interface Served {
  paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: { content: Content } }>>;
  components?: { schemas?: Schemas };
}
type Content = Record<string, { schema?: Schema } | undefined>;

/** Every operation of a service with the schemas of what it takes. */
export async function fuzzedOperations(
  part: ApiPart,
): Promise<{ operations: FuzzedOperation[]; schemas: Schemas }> {
  const document = JSON.parse(await servedDocument(part)) as Served;
  const rows = (await endpoints()).filter((row) => row.part === part);
  const operations = rows.map((row) => {
    const operation = document.paths[row.path]?.[row.method.toLowerCase()];
    return {
      ...row,
      parameters: operation?.parameters ?? [],
      bodySchema: operation?.requestBody?.content['application/json']?.schema,
    };
  });
  return { operations, schemas: document.components?.schemas ?? {} };
}
