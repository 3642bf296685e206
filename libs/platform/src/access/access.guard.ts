import { Injectable, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../problem/problem.exception.js';
import { STANDARD_PROBLEMS } from '../problem/standard-problems.js';
import { ALLOWED_ROLES, ALLOWED_SERVICES, PUBLIC_ROUTE, rememberActor } from './access.decorators.js';
import { isAllowed, type AccessRule } from './access.policy.js';
import { TokenVerifier } from './token-verifier.js';

type Targets = [handler: Function, controller: Type];

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

function notSignedIn(challenge: string): ProblemException {
  const { code, detail } = STANDARD_PROBLEMS[401]!;
  return new ProblemException(401, { code, detail, headers: { 'WWW-Authenticate': challenge } });
}

/** Default deny: every route needs a good token unless it is marked `@PublicRoute()`. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly publicHandlers = new Map<Type, Map<Function, boolean>>();

  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // Events come over our own transport, not from outside.
    if (context.getType() !== 'http') return true;
    const targets: Targets = [context.getHandler(), context.getClass()];
    return this.isPublic(targets) || this.isLetIn(context, targets);
  }

  /** A handler may be inherited by several controllers, and be public in one of them. */
  private isPublic([handler, controller]: Targets): boolean {
    const known = this.publicHandlers.get(controller) ?? new Map<Function, boolean>();
    this.publicHandlers.set(controller, known);
    const kept = known.get(handler);
    if (kept !== undefined) return kept;
    const targets = [handler, controller];
    const made = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true;
    known.set(handler, made);
    return made;
  }

  private async isLetIn(context: ExecutionContext, targets: Targets): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers.authorization;
    if (header === undefined) throw notSignedIn('Bearer');
    const token = BEARER.exec(header)?.[1];
    const actor = token === undefined ? undefined : await this.tokens.actorOf(token);
    if (actor === undefined) throw notSignedIn('Bearer error="invalid_token"');
    const rule: AccessRule = {
      roles: this.reflector.getAllAndOverride(ALLOWED_ROLES, targets),
      services: this.reflector.getAllAndOverride(ALLOWED_SERVICES, targets),
    };
    if (!isAllowed(actor, rule)) {
      const { code, detail } = STANDARD_PROBLEMS[403]!;
      throw new ProblemException(403, { code, detail });
    }
    rememberActor(request, actor);
    return true;
  }
}
