import { SessionGuard } from '../../../apps/portal/src/session/session.guard.js';
import { codeRoutes, type CodeRoute } from './code-routes.js';
import type { Endpoint } from './endpoint.js';

/** A route for people with a browser; it stands in no API document. */
export interface PageRoute {
  app: string;
  method: string;
  path: string;
  opensTo: 'everybody' | 'signed-in staff' | 'nobody without a token';
}

const asDocumented = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

/** Routes in the code without a row of their own in the API documents. */
export async function pageRoutes(documented: Endpoint[]): Promise<PageRoute[]> {
  const known = new Set(documented.map(({ part, method, path }) => `${part} ${method} ${path}`));
  const routes = await codeRoutes();
  return routes
    .filter(({ app, method, path }) => !known.has(`${app} ${method} ${asDocumented(path)}`))
    .map((route) => ({
      app: route.app,
      method: route.method,
      path: asDocumented(route.path),
      opensTo: opensTo(route),
    }));
}

function opensTo({ controller, handler }: CodeRoute): PageRoute['opensTo'] {
  const guards = [controller, handler].flatMap(
    (target) => (Reflect.getMetadata('__guards__', target) as unknown[] | undefined) ?? [],
  );
  if (guards.includes(SessionGuard)) return 'signed-in staff';
  const open = [controller, handler].some(
    (target) => Reflect.getMetadata('platform:public-route', target) === true,
  );
  return open ? 'everybody' : 'nobody without a token';
}
