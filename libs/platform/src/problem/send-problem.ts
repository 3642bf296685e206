import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from '../tracing/http-tracing.js';
import { statusOf } from './failure-status.js';
import { instanceOf } from './instance.js';
import { languageOf } from './language.js';
import { problemDetails } from './problem-details.js';
import { ProblemException } from './problem.exception.js';

const RETRY_AFTER_SECONDS = '2';

/** What the router itself refuses has no trace yet; the id still tells two answers apart. */
const newTraceId = (): string => randomBytes(16).toString('hex');

/** Answers a request with the problem that fits what was thrown. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const status = statusOf(error);
  const problem = problemDetails(error, status, {
    language: languageOf(request.headers['accept-language']),
    instance: instanceOf(request),
    traceId: traceIdOf(request) ?? newTraceId(),
  });
  if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
  if (error instanceof ProblemException) void reply.headers(error.headers);
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
