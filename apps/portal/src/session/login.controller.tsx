import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute, ServiceUnavailable } from '#platform';
import { redirectTo, sendPage } from '../page/render-page.js';
import { PortalConfig } from '../portal.config.js';
import { IdentityClient, SignInRefused } from './identity-client.js';
import { PortalCookies } from './portal-cookies.js';
import { returnAddress } from './return-address.js';
import { SessionStore } from './session.store.js';
import { SignInFailedPage } from './sign-in-failed-page.component.js';
import { CurrentSession, StaffPage } from './staff-page.decorator.js';
import type { StaffSession } from './staff-session.js';

/** Signing in and out of staff. */
@ApiExcludeController()
@Controller()
export class LoginController {
  constructor(
    private readonly identity: IdentityClient,
    private readonly sessions: SessionStore,
    private readonly cookies: PortalCookies,
    private readonly config: PortalConfig,
  ) {}

  @PublicRoute()
  @Get('login')
  async begin(@Query('terug') returnTo: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { url, attempt } = await this.identity.begin(returnAddress(returnTo));
    this.cookies.rememberAttempt(reply, attempt);
    redirectTo(reply, url.href);
  }

  @PublicRoute()
  @Get('login/callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = this.cookies.attemptOf(request);
    this.cookies.forgetAttempt(reply);
    try {
      if (attempt === undefined) throw new SignInRefused('This browser did not begin to sign in.');
      const id = await this.sessions.create(
        await this.identity.finish(request.url.split('?')[1] ?? '', attempt),
      );
      this.cookies.rememberSession(reply, id);
      redirectTo(reply, attempt.returnTo);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      sendPage(reply, 400, <SignInFailedPage exitUrl={this.config.EXIT_URL} />);
    }
  }

  @StaffPage()
  @Post('logout')
  async end(
    @CurrentSession() session: StaffSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(this.cookies.sessionOf(request) ?? '');
    this.cookies.forgetSession(reply);
    redirectTo(reply, await this.afterSignOut(session));
  }

  /** The session here has ended in any case; at a provider that is away nobody can sign out. */
  private async afterSignOut(session: StaffSession): Promise<string> {
    try {
      return (await this.identity.signOutUrl(session.idToken)).href;
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      return '/';
    }
  }
}
