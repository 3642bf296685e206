import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentTraceId, problemDetails, ProblemException, ProblemFilter, statusOf } from '#platform';
import { document, PAGE_POLICY } from '../confirmation/page.component.js';
import { wantsPage } from './form-request.js';
import { FormFailedPage, FormRefusedPage } from './form-refused-page.component.js';
import { givenAnswers } from './given-answers.js';

const RETRY_AFTER_SECONDS = 2;

/** What a person can do about it; the standard words are for programs. */
const NOT_READ =
  'We konden dit formulier niet lezen. Je bericht is niet bewaard. Meld via onze eigen website of bel 1712.';

/**
 * Somebody who sent a plain form gets a page, with his answers kept; a program gets problem+json as everywhere. For
 * the whole service: what cannot be read is refused before there is a controller.
 */
@Catch()
export class FormProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(FormProblemFilter.name);
  private readonly forPrograms = new ProblemFilter();

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (wantsPage(request)) this.showPage(error, request, http.getResponse<FastifyReply>());
    else this.forPrograms.catch(error, host);
  }

  private showPage(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof ProblemException)) this.logger.error(error);
    const { title, detail, errors } = problemDetails(error, status, {
      language: 'nl',
      instance: request.url,
      traceId: currentTraceId(),
    });
    if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    if (error instanceof ProblemException) void reply.headers(error.headers);
    const page =
      errors === undefined ? (
        <FormFailedPage title={title} detail={status === 415 ? NOT_READ : detail} />
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
