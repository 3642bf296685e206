import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProcessLogger } from '../logging/process-logger.js';
import { sendProblem } from '../problem/send-problem.js';
import { answerGarbage } from './garbage.js';
import { BARE_HEADERS } from './bare-headers.js';
import { answerExpectation } from './expectation.js';
import { securityHeaders, type SecurityPolicy } from './security-headers.js';

const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
/** How often Node looks for clients that are too slow; they may take this much longer. */
const SLOW_CLIENT_CHECK_MS = 5_000;
const MAX_PARAM_LENGTH = 200;

/** An API shows no page: nothing may be loaded, framed or run. */
const API_POLICY: SecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** A Nest application on Fastify with the limits and headers that every service has (contract 2; architecture 6). */
export async function createHttpApplication(
  root: DynamicModule,
  logger: ProcessLogger,
  policy: SecurityPolicy = API_POLICY,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    // What runs around a request are hooks, guards and pipes; a chain for middleware would cost each request its turn.
    skipMiddie: true,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Node would answer a request without `Host` itself, with nothing in the answer; `refuseOddFraming` says why.
    http: {
      // Node's own limit for headers is 60 s, whatever limit a whole request has.
      headersTimeout: REQUEST_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: SLOW_CLIENT_CHECK_MS,
      requireHostHeader: false,
    },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    return503OnClosing: false,
    // An address that cannot be read is answered before any hook runs, so without the headers of the hooks.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply.headers(BARE_HEADERS)),
    clientErrorHandler: answerGarbage,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  const server = app.getHttpAdapter().getInstance();
  server.server.on('checkExpectation', answerExpectation);
  // Fastify reads plain text by itself; no service of ours does, so it is a wrong media type (contract 2).
  server.removeContentTypeParser('text/plain');
  const headers = securityHeaders(policy);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  return app;
}
