import { API_PARTS } from '../../contract/running/openapi-document.js';
import { addresses } from '../../system/system-under-test.js';
import { ask, type Answer, type Question } from '../asking/ask.js';
import { tokenOf } from '../authorisation/signed-token.js';
import { mayAsk, VISITORS } from '../authorisation/visitor.js';
import type { Schema, Schemas } from '../fuzz/from-schema.js';
import { fuzzedOperations } from '../fuzz/fuzzed-operations.js';
import type { FuzzedOperation } from '../fuzz/question-maker.js';
import type { Canary } from './canary.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const SOME_ID = '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f';

/** Every operation of every service, with a canary in each place where a caller can put words. */
export async function plantedOperations(canary: Canary): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const part of API_PARTS) {
    const { operations, schemas } = await fuzzedOperations(part);
    for (const operation of operations) {
      const questions = plantedIn(operation, schemas, canary);
      answers.push(...(await Promise.all((await asAllowed(operation, questions)).map(ask))));
    }
  }
  return answers;
}

/** As somebody who may ask it, so that the words get as far as they can. */
async function asAllowed(operation: FuzzedOperation, questions: Question[]): Promise<Question[]> {
  const visitor = VISITORS.find((one) => mayAsk(one, operation));
  if (visitor === undefined) return questions;
  const authorization = `Bearer ${await tokenOf(visitor)}`;
  return questions.map((question) => ({ ...question, headers: { authorization, ...question.headers } }));
}

function plantedIn(operation: FuzzedOperation, schemas: Schemas, canary: Canary): Question[] {
  const { part, method, path, parameters } = operation;
  const base = addresses()[part];
  const plain = path.replaceAll(/\{\w+\}/g, SOME_ID);
  const good = JSON.stringify(exampleOf(operation.bodySchema ?? {}, schemas));
  const sending = method === 'GET' ? {} : { headers: JSON_TYPE, body: good };
  const words = encodeURIComponent(canary.sentence('het adres'));
  const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
  const withHeader = (name: string) => ({ ...sending.headers, [name]: canary.mark });
  return [
    { base, method, path: path.replaceAll(/\{\w+\}/g, words), ...sending },
    { base, method, path: `${plain}?${words}=${words}`, ...sending },
    ...named('query').map((name) => ({ base, method, path: `${plain}?${name}=${words}`, ...sending })),
    ...[...named('header'), 'traceparent', 'x-purpose', 'idempotency-key', 'if-match'].map((name) => ({
      base,
      method,
      path: plain,
      ...sending,
      headers: withHeader(name.toLowerCase()),
    })),
    ...(method === 'GET'
      ? []
      : bodiesWith(operation, schemas, canary).map((question) => ({
          base,
          method,
          path: plain,
          ...question,
        }))),
  ];
}

/** A canary in each field alone, in all of them, and in bodies that cannot be read. */
function bodiesWith(
  { bodySchema = {} }: FuzzedOperation,
  schemas: Schemas,
  canary: Canary,
): Pick<Question, 'headers' | 'body'>[] {
  const good = exampleOf(bodySchema, schemas);
  const fields = typeof good === 'object' && good !== null ? Object.keys(good) : [];
  const all = JSON.stringify(Object.fromEntries(fields.map((name) => [name, canary.sentence(name)])));
  const bodies = [
    all,
    JSON.stringify(canary.sentence('niets')),
    ...fields.map((name) => JSON.stringify({ ...Object(good), [name]: canary.sentence(name) })),
    ...fields.map((name) =>
      JSON.stringify({
        ...Object(good),
        [name]: { [canary.sentence(name)]: canary.mark, [canary.digits]: canary.mark },
      }),
    ),
    all.slice(0, -4),
    `{"${canary.mark}": ${canary.mark}`,
    `${all}${' '.repeat(1_100_000)}`,
  ];
  const types = [
    'text/plain',
    `application/json; charset=${canary.mark}`,
    'application/x-www-form-urlencoded',
  ];
  return [
    ...bodies.map((body) => ({ headers: JSON_TYPE, body })),
    ...types.map((type) => ({ headers: { 'content-type': type }, body: `q=${canary.mark}&${all}` })),
  ];
}

/** A value with every field there is, made of examples and first choices. */
function exampleOf(schema: Schema, schemas: Schemas): unknown {
  const [inner] = schema.allOf ?? schema.oneOf ?? [];
  if (schema.$ref !== undefined)
    return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (inner !== undefined) return exampleOf(inner, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties);
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, schemas)]));
  }
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 0;
  return 'x'.repeat(Math.max(schema.minLength ?? 0, 3));
}
