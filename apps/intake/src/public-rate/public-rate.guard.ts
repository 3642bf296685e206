import {
  applyDecorators,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#platform';
import { IntakeConfig } from '../intake.config.js';
import { Clients } from './clients.service.js';
import { LeakyBucket } from './leaky-bucket.js';
import { tooMany } from './too-many.problem.js';

const MINUTE_MS = 60_000;

/** The public rate limit per client (contract.md 1, `INTAKE_PUBLIC_RATE_PER_MINUTE`). */
@Injectable()
export class PublicRateGuard implements CanActivate {
  private readonly bucket: LeakyBucket | undefined;

  constructor(
    config: IntakeConfig,
    private readonly clients: Clients,
    private readonly clock: Clock,
  ) {
    const perMinute = config.INTAKE_PUBLIC_RATE_PER_MINUTE;
    this.bucket = perMinute === 0 ? undefined : new LeakyBucket(perMinute, MINUTE_MS);
  }

  canActivate(context: ExecutionContext): boolean {
    if (this.bucket === undefined) return true;
    const client = this.clients.tokenOf(context.switchToHttp().getRequest<FastifyRequest>());
    const now = this.clock.now().getTime();
    const wait = this.bucket.waitSeconds(client, now);
    if (wait > 0) throw tooMany(wait);
    this.bucket.count(client, now);
    return true;
  }
}

/** Counts a request against the public rate of its client. */
export const PublicRateLimit = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    UseGuards(PublicRateGuard),
    ApiResponse({ status: 429, description: 'Too many requests of this client; see Retry-After.' }),
  );
