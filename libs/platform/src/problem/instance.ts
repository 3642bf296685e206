import type { FastifyRequest } from 'fastify';

/** Ids that we give ourselves: a UUID, or a code as `L02`. Anything else in an address may be what somebody typed. */
const OWN_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{1,3}\d{1,6})$/;

/**
 * The address of a request for `instance` of a problem, without what somebody may have typed into it: names and
 * mail addresses end up in addresses too (contract 2). `/` when no route is known.
 */
export function instanceOf(request: FastifyRequest): string {
  const params = (request.params ?? {}) as Record<string, string | undefined>;
  return (request.routeOptions.url ?? '/').replaceAll(/:(\w+)/g, (_found, name: string) => {
    const value = params[name] ?? '';
    return OWN_ID.test(value) ? value : `{${name}}`;
  });
}
