import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  currentTraceId,
  InvalidInputException,
  isAway,
  problemDetails,
  ProblemException,
  ProblemFilter,
} from '#platform';
import { document, PAGE_POLICY } from '../confirmation/page.component.js';
import { isForm } from './form-request.js';
import { FormFailedPage, FormRefusedPage } from './form-refused-page.component.js';
import { givenAnswers } from './given-answers.js';

const RETRY_AFTER_SECONDS = 2;

function statusOf(error: unknown): number {
  if (error instanceof ProblemException || error instanceof InvalidInputException) return error.getStatus();
  return isAway(error) ? 503 : 500;
}

/** Somebody who sent a plain form gets a page, with his answers kept; a program gets problem+json as everywhere. */
@Catch()
export class FormProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(FormProblemFilter.name);
  private readonly forPrograms = new ProblemFilter();

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (isForm(request)) this.showPage(error, request, http.getResponse<FastifyReply>());
    else this.forPrograms.catch(error, host);
  }

  private showPage(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const status = statusOf(error);
    if (status === 500) this.logger.error(error);
    const { title, detail, errors } = problemDetails(error, status, {
      language: 'nl',
      instance: request.url,
      traceId: currentTraceId(),
    });
    if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    if (error instanceof ProblemException) void reply.headers(error.headers);
    const page =
      errors === undefined ? (
        <FormFailedPage title={title} detail={detail} />
      ) : (
        <FormRefusedPage answers={givenAnswers(request.body)} errors={errors} />
      );
    void reply
      .status(status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', PAGE_POLICY)
      // Under `no-referrer` a browser would send this form again with `Origin: null`.
      .header('Referrer-Policy', 'same-origin')
      .send(document(page));
  }
}
