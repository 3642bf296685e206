import { Catch, Logger, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter, ServiceAnswered } from '#platform';
import { redirectTo, sendPage } from '../page/render-page.js';
import { PortalConfig } from '../portal.config.js';
import { SignInNeeded } from '../session/session-errors.js';
import { ErrorPage } from './error-page.component.js';
import { errorWords } from './error-words.js';
import { pageStatus } from './page-status.js';

const wantsPage = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('text/html') ?? false;

/** Addresses of pages behind the sign-in. */
const FOR_STAFF = /^\/(werklijst|zaken|logout)\b/;

const signInAddress = (address: string): string => `/login?terug=${encodeURIComponent(address)}`;

/** Shows a page instead of problem+json to whoever asks for pages; programs still get the problem. */
@Catch()
export class PageErrorFilter extends ProblemFilter {
  private readonly log = new Logger(PageErrorFilter.name);

  constructor(private readonly config: PortalConfig) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    if (this.needsSignIn(error)) {
      redirectTo(reply, signInAddress(request.method === 'GET' ? request.url : '/werklijst'));
      return;
    }
    if (!wantsPage(request)) {
      super.catch(error, host);
      return;
    }
    const status = pageStatus(error);
    if (status >= 500) this.log.error(error);
    if (status === 503) void reply.header('Retry-After', '30');
    sendPage(
      reply,
      status,
      <ErrorPage
        exitUrl={this.config.EXIT_URL}
        words={errorWords(error, status)}
        back={FOR_STAFF.test(request.url) ? '/werklijst' : '/'}
      />,
    );
  }

  /** Also when a service no longer takes the token of a session: signing in again gives a fresh one. */
  private needsSignIn(error: unknown): boolean {
    return error instanceof SignInNeeded || (error instanceof ServiceAnswered && error.status === 401);
  }
}
