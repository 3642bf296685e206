import { Controller, Get, Head, Header, HttpStatus, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '#platform';
import { ConfirmationPage, ShownBeforePage } from './confirmation-page.component.js';
import { Confirmations } from './confirmations.service.js';
import { document, PAGE_POLICY } from './page.component.js';

/** The page behind a plain form, for people and not for programs. */
@ApiExcludeController()
@PublicRoute()
@Controller('bevestiging')
export class ConfirmationController {
  constructor(private readonly confirmations: Confirmations) {}

  /** Link checkers ask for the head; that is no showing. */
  @Head(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  check(): void {
    return;
  }

  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', PAGE_POLICY)
  async show(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const confirmation = await this.confirmations.take(token);
    if (confirmation !== undefined) return document(<ConfirmationPage confirmation={confirmation} />);
    void reply.status(HttpStatus.GONE);
    return document(<ShownBeforePage />);
  }
}
