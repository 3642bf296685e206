import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from '../tracing/http-tracing.js';
import { currentTraceId } from '../tracing/trace-context.js';
import { statusOf } from './failure-status.js';
import { languageOf } from './language.js';
import { problemDetails } from './problem-details.js';
import { ProblemException } from './problem.exception.js';

export const RETRY_AFTER_SECONDS = 2;

/** Turns everything that is thrown below a route into problem+json; logs once what is our own fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof ProblemException)) this.logger.error(error);
    const problem = problemDetails(error, status, {
      language: languageOf(request.headers['accept-language']),
      instance: request.url.split('?')[0] ?? '/',
      traceId: traceIdOf(request) ?? currentTraceId(),
    });
    if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    if (error instanceof ProblemException) void reply.headers(error.headers);
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
