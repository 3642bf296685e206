import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor, Role, ServiceName } from './actor.js';

export const PUBLIC_ROUTE = 'platform:public-route';
export const ALLOWED_ROLES = 'platform:roles';
export const ALLOWED_SERVICES = 'platform:services';

/** Opens a route to everyone. Without it every route needs a token. */
export const PublicRoute = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension('x-public', true));

/** Any of these roles; `SERVICE` is a client-credentials token of any of our services. */
export const Roles = (...roles: (Role | 'SERVICE')[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ALLOWED_ROLES, roles), ApiBearerAuth(), ApiExtension('x-roles', roles));

/** Only these services of ours; next to `@Roles` it adds them to the roles. */
export const Services = (...services: ServiceName[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ALLOWED_SERVICES, services),
    ApiBearerAuth(),
    ApiExtension('x-services', services),
  );

const ACTORS = new WeakMap<object, Actor>();

export const rememberActor = (request: FastifyRequest, actor: Actor): void => {
  ACTORS.set(request.raw, actor);
};

/** Who sent this request; undefined on a public route without a token. */
export const actorOf = (request: FastifyRequest): Actor | undefined => ACTORS.get(request.raw);

/** Parameter of a handler: who asks. Only on routes that are not public. */
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
