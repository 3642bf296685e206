import { applyDecorators, createParamDecorator, UseGuards, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PublicRoute } from '#platform';
import { sessionIn, SessionGuard } from './session.guard.js';
import type { StaffSession } from './staff-session.js';

/**
 * A page for signed-in staff. The platform's guard looks for a bearer token, which a browser does not send; so the
 * route is open to that guard, and this one asks for the session instead.
 */
export const StaffPage = (): ClassDecorator & MethodDecorator =>
  applyDecorators(PublicRoute(), UseGuards(SessionGuard));

/** Parameter of a handler behind `@StaffPage()`: the session of who asks. */
export const CurrentSession = createParamDecorator(
  (_data: unknown, context: ExecutionContext): StaffSession =>
    sessionIn(context.switchToHttp().getRequest<FastifyRequest>()),
);
