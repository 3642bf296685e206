import { Catch, Logger, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter, ServiceAnswered } from '#platform';
import { redirectTo, sendPage } from '../page/render-page.js';
import { PortalConfig } from '../portal.config.js';
import { PortalCookies } from '../session/portal-cookies.js';
import { SignInNeeded } from '../session/session-errors.js';
import { SessionStore } from '../session/session.store.js';
import type { StaffSession } from '../session/staff-session.js';
import { StaffPages } from '../staff/staff-pages.service.js';
import { ErrorPage } from './error-page.component.js';
import { errorWords, staffErrorWords } from './error-words.js';
import { pageStatus } from './page-status.js';
import { StaffErrorPage } from './staff-error-page.component.js';

const wantsPage = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('text/html') ?? false;

/** Addresses of pages behind the sign-in. */
const FOR_STAFF = /^\/(werklijst|zaken|logout)\b/;

const signInAddress = (address: string): string => `/login?terug=${encodeURIComponent(address)}`;

/** Shows a page instead of problem+json to whoever asks for pages; programs still get the problem. */
@Catch()
export class PageErrorFilter extends ProblemFilter {
  private readonly log = new Logger(PageErrorFilter.name);

  constructor(
    private readonly config: PortalConfig,
    private readonly cookies: PortalCookies,
    private readonly sessions: SessionStore,
    private readonly staffPages: StaffPages,
  ) {
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
    if (pageStatus(error) >= 500) this.log.error(error);
    // Nest does not wait for a filter: what fails in here has nobody else to answer for it.
    this.showPage(error, request, reply).catch((fault: unknown) => super.catch(fault, host));
  }

  private async showPage(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.sessionOf(request);
    if (reply.sent) return;
    const status = pageStatus(error);
    if (status === 503) void reply.header('Retry-After', '30');
    if (session !== undefined) {
      const words = staffErrorWords(error, status);
      this.staffPages.send(reply, status, <StaffErrorPage session={session} words={words} />);
      return;
    }
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

  /** Who is signed in, also at an address without a page, where no guard looked. */
  private async sessionOf(request: FastifyRequest): Promise<StaffSession | undefined> {
    try {
      const id = this.cookies.sessionOf(request);
      return id === undefined ? undefined : await this.sessions.find(id);
    } catch (fault) {
      // The page must come also while the database is away.
      this.log.warn(fault);
      return undefined;
    }
  }

  /** Also when a service no longer takes the token of a session: signing in again gives a fresh one. */
  private needsSignIn(error: unknown): boolean {
    return error instanceof SignInNeeded || (error instanceof ServiceAnswered && error.status === 401);
  }
}
