import {
  API_PARTS,
  servedDocument,
  type ApiPart,
  type OpenApi,
} from '../../contract/running/openapi-document.js';

/** One request that a service answers, with who may send it. */
export interface Endpoint {
  part: ApiPart;
  method: string;
  path: string;
  isPublic: boolean;
  roles: string[];
  services: string[];
}

/** Every endpoint of every API, as the running services document themselves. */
export async function endpoints(): Promise<Endpoint[]> {
  const found = await Promise.all(API_PARTS.map(endpointsOf));
  return found.flat();
}

async function endpointsOf(part: ApiPart): Promise<Endpoint[]> {
  const { paths } = JSON.parse(await servedDocument(part)) as OpenApi;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      part,
      method: method.toUpperCase(),
      path,
      isPublic: operation['x-public'] === true,
      roles: operation['x-roles'] ?? [],
      services: operation['x-services'] ?? [],
    })),
  );
}
