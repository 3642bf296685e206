import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { actorOf } from '../access/access.decorators.js';
import type { ServiceName } from '../access/actor.js';
import { inService } from './service-scope.js';

/** Probes come every few seconds and say nothing. */
const QUIET = /^\/(health|metrics)/;

/** Levels at which a line about an answer is written; at others it is not even made. */
const LINES_AT = ['debug', 'trace'];

/** One line per answer: method, route pattern, status, duration. No address, no query, no client address. */
export function logRequests(server: FastifyInstance, service: ServiceName, level: string): void {
  const logger = new Logger('Http');
  server.addHook('onRequest', (_request, _reply, done) => inService(service, done));
  server.addHook('preHandler', (_request, _reply, done) => inService(service, done));
  if (!LINES_AT.includes(level)) return;
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (!QUIET.test(route)) {
      const { statusCode: status, elapsedTime } = reply;
      const line = {
        method: request.method,
        route,
        status,
        durationMs: Math.round(elapsedTime),
        actorKind: actorOf(request)?.kind,
      };
      inService(service, () => logger.debug(line, 'Answered.'));
    }
    done();
  });
}
