import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#platform';
import { IntakeConfig } from '../intake.config.js';
import { clientAddress, trustedProxies } from './client-address.js';
import { ClientTokens } from './client-token.js';

/** Tells clients apart without knowing who they are. */
@Injectable()
export class Clients {
  private readonly tokens = new ClientTokens();
  private readonly trusted;

  constructor(
    config: IntakeConfig,
    private readonly clock: Clock,
  ) {
    this.trusted = trustedProxies(config.TRUSTED_PROXIES);
  }

  tokenOf(request: FastifyRequest): string {
    const header = request.headers['x-forwarded-for'];
    const address = clientAddress(
      request.ip,
      Array.isArray(header) ? header.join(',') : header,
      this.trusted,
    );
    return this.tokens.of(address, this.clock.now().getTime());
  }
}
