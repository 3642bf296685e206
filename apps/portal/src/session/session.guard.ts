import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CsrfRefused, SignInNeeded } from './session-errors.js';
import { CSRF_FIELD } from './csrf-field.js';
import { isSameText } from './same-text.js';
import { PortalCookies } from './portal-cookies.js';
import { SessionStore } from './session.store.js';
import type { StaffSession } from './staff-session.js';

const SESSIONS = new WeakMap<object, StaffSession>();

/** The session that the guard found; only behind the guard. */
export function sessionIn(request: FastifyRequest): StaffSession {
  const session = SESSIONS.get(request.raw);
  if (session === undefined) throw new SignInNeeded(request.url);
  return session;
}

const csrfIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && CSRF_FIELD in body && typeof body[CSRF_FIELD] === 'string'
    ? body[CSRF_FIELD]
    : '';

/** Lets signed-in staff through; a form must also bring the token of its session, so that no other site can send one. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly cookies: PortalCookies,
    private readonly sessions: SessionStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const id = this.cookies.sessionOf(request);
    const session = id === undefined ? undefined : await this.sessions.find(id);
    if (session === undefined) throw new SignInNeeded(request.url);
    if (request.method !== 'GET' && !isSameText(csrfIn(request.body), session.csrfToken))
      throw new CsrfRefused();
    SESSIONS.set(request.raw, session);
    return true;
  }
}
