import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { pagePolicy, policyHeader } from '../page/content-policy.js';
import { sendPage } from '../page/render-page.js';
import { PortalConfig } from '../portal.config.js';

/** Sends pages of staff: signing out ends at the identity provider, so a form may lead there. */
@Injectable()
export class StaffPages {
  private readonly policy: string;

  constructor(config: PortalConfig) {
    this.policy = policyHeader(pagePolicy(new URL(config.OIDC_ISSUER).origin));
  }

  send(reply: FastifyReply, status: number, page: VNode): void {
    void reply.header('Content-Security-Policy', this.policy);
    sendPage(reply, status, page);
  }
}
