import { API_PARTS, committedDocument, type ApiPart, type Operation } from './openapi-document.js';

export interface RequestExample {
  part: ApiPart;
  method: 'post' | 'put';
  path: string;
  operation: Operation;
  name: string;
  body: object;
}

const METHODS = ['post', 'put'] as const;

/** Every operation of every API that takes a JSON body. */
export function operationsWithBody() {
  return API_PARTS.flatMap((part) =>
    Object.entries(committedDocument(part).paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation?.requestBody === undefined ? [] : [{ part, method, path, operation }];
      }),
    ),
  );
}

/** Every example of a request that the documents show. */
export function requestExamples(): RequestExample[] {
  return operationsWithBody().flatMap((found) => {
    const examples = found.operation.requestBody?.content['application/json']?.examples ?? {};
    return Object.entries(examples).map(([name, { value }]) => ({ ...found, name, body: value }));
  });
}
