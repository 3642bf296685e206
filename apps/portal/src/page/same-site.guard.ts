import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Another site sent a form to ours. */
export class CrossSiteRefused extends Error {
  override readonly name = 'CrossSiteRefused';

  constructor() {
    super('The form came from another site.');
  }
}

const OWN = new Set(['same-origin', 'none']);

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Keeps forms of other sites out without any cookie: browsers tell where a form came from. Our own pages carry
 * `no-referrer`, which makes the `Origin` of a form "null"; then `Sec-Fetch-Site` decides. A client that sends
 * neither is no browser that could be tricked, and nobody is signed in on a public page.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers, host } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET') return true;
    const site = headers['sec-fetch-site'];
    if (typeof site === 'string' && !OWN.has(site)) throw new CrossSiteRefused();
    const origin = headers.origin;
    if (origin !== undefined && origin !== 'null' && hostOf(origin) !== host) throw new CrossSiteRefused();
    return true;
  }
}
