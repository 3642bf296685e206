import type { FastifyInstance } from 'fastify';
import { ProblemException } from '../problem/problem.exception.js';
import { STANDARD_PROBLEMS } from '../problem/standard-problems.js';

interface KnownRoute {
  pattern: RegExp;
  methods: string[];
}

/** `/meldingen/:id` → `^/meldingen/[^/]+$`; routes that catch everything are no address of their own. */
const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[^/]+/g, '[^/]+')}$`);

function methodNotAllowed(methods: string[]): ProblemException {
  const { code, detail } = STANDARD_PROBLEMS[405]!;
  return new ProblemException(405, {
    code,
    detail,
    headers: { Allow: [...new Set(methods)].sort().join(', ') },
  });
}

/** An address that exists for other methods answers 405 with `Allow`, not 404. Call it before routes are made. */
export function refuseOtherMethods(server: FastifyInstance): void {
  const routes: KnownRoute[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    if (!url.includes('*')) routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  server.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?')[0] ?? '';
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    done(methods.length > 0 ? methodNotAllowed(methods) : undefined);
  });
}
