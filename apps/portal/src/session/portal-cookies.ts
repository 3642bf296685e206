import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyRing, open, seal } from '#platform';
import { PortalConfig } from '../portal.config.js';

/** What has to be remembered between leaving for the identity provider and coming back. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
  returnTo: string;
}

const ATTEMPT_SECONDS = 15 * 60;
const BELONGS_TO = 'portal-sign-in-attempt';

/**
 * The only cookies of the portal: the session of staff, and a sealed note while they sign in. A melder never gets one.
 * With https they carry the `__Host-` prefix, which ties them to this host.
 */
@Injectable()
export class PortalCookies {
  private readonly sealing: KeyObject;
  private readonly secure: boolean;
  private readonly session: string;
  private readonly attempt: string;

  constructor(config: PortalConfig, keys: KeyRing) {
    this.sealing = keys.derive(BELONGS_TO);
    this.secure = config.PORTAL_PUBLIC_URL.startsWith('https:');
    const prefix = this.secure ? '__Host-' : '';
    this.session = `${prefix}sessie`;
    this.attempt = `${prefix}aanmelden`;
  }

  /** Read from the header itself: a request may be refused before its cookies are unpacked, as one of a wrong method. */
  sessionOf(request: FastifyRequest): string | undefined {
    return request.server.parseCookie(request.headers.cookie ?? '')[this.session];
  }

  /** Without an age: gone when the browser closes. */
  rememberSession(reply: FastifyReply, id: string): void {
    void reply.setCookie(this.session, id, this.attributes());
  }

  forgetSession(reply: FastifyReply): void {
    void reply.clearCookie(this.session, this.attributes());
  }

  rememberAttempt(reply: FastifyReply, attempt: SignInAttempt): void {
    const sealed = seal(this.sealing, BELONGS_TO, JSON.stringify(attempt)).toString('base64url');
    void reply.setCookie(this.attempt, sealed, { ...this.attributes(), maxAge: ATTEMPT_SECONDS });
  }

  /** The attempt this browser is in; undefined when it has none or the cookie was touched. */
  attemptOf(request: FastifyRequest): SignInAttempt | undefined {
    const sealed = request.cookies[this.attempt];
    if (sealed === undefined) return undefined;
    try {
      return JSON.parse(
        open(this.sealing, BELONGS_TO, Buffer.from(sealed, 'base64url')).toString('utf8'),
      ) as SignInAttempt;
    } catch {
      // Not sealed by us: the same as no cookie, the person signs in anew.
      return undefined;
    }
  }

  forgetAttempt(reply: FastifyReply): void {
    void reply.clearCookie(this.attempt, this.attributes());
  }

  private attributes(): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }
}
