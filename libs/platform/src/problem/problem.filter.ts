import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statusOf } from './failure-status.js';
import { ProblemException } from './problem.exception.js';
import { sendProblem } from './send-problem.js';

/** Turns everything that is thrown below a route into problem+json; logs once what is our own fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (statusOf(error) >= 500 && !(error instanceof ProblemException)) this.logger.error(error);
    if (!reply.sent) sendProblem(error, http.getRequest<FastifyRequest>(), reply);
  }
}
