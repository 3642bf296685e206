import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Whose request a call to a service behind us is for, as `X-Forwarded-For`: limits count people, not the portal. */
export interface Visitor {
  forwardedFor: string;
}

/** Every hop so far, and then the one that called us; the service believes only hops that it trusts. */
export function visitorOf(request: FastifyRequest): Visitor {
  const earlier = request.headers['x-forwarded-for'];
  const hops = [earlier, request.ip].flat().filter((hop) => hop !== undefined && hop !== '');
  return { forwardedFor: hops.join(', ') };
}

export const CurrentVisitor = createParamDecorator((_data: unknown, context: ExecutionContext): Visitor =>
  visitorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
