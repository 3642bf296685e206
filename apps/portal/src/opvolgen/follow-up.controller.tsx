import { Body, Controller, Get, Post, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '#platform';
import { CurrentVisitor, type Visitor } from '../backend/visitor.js';
import { FormValues } from '../design/form-values.js';
import { sendPage } from '../page/render-page.js';
import { SameSiteGuard } from '../page/same-site.guard.js';
import { PortalConfig } from '../portal.config.js';
import { CodePage, CODE_FIELD } from './code-page.component.js';
import { CodeRefused, FollowUpClient, TooManyTries } from './follow-up.client.js';
import { FollowUpPage } from './follow-up-page.component.js';

const EMPTY = 'Vul je opvolgcode in.';
const WRONG = 'Met deze code vinden we geen melding. Kijk de zestien cijfers na en probeer opnieuw.';
const RUN_OUT = 'Je bekeek deze pagina een tijd geleden. Vul je opvolgcode opnieuw in.';

function tooMany(waitSeconds: number | undefined): string {
  const minutes = Math.max(1, Math.ceil((waitSeconds ?? 60) / 60));
  return `Er werd te vaak na elkaar geprobeerd. Wacht ${minutes === 1 ? 'een minuut' : `${minutes} minuten`} en probeer dan opnieuw.`;
}

/** Follow-up by code: nothing is kept in the browser, so the pages answer the form itself. */
@ApiExcludeController()
@PublicRoute()
@UseGuards(SameSiteGuard)
@Controller('opvolgen')
export class FollowUpController {
  constructor(
    private readonly followUps: FollowUpClient,
    private readonly config: PortalConfig,
  ) {}

  @Get()
  ask(@Res() reply: FastifyReply): void {
    this.askCode(reply, 200, '', undefined);
  }

  @Post()
  async open(
    @Body() body: unknown,
    @CurrentVisitor() visitor: Visitor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const code = FormValues.from(body).text(CODE_FIELD);
    if (code === '') {
      this.askCode(reply, 400, '', EMPTY);
      return;
    }
    await this.orAskAgain(reply, code, WRONG, async () =>
      this.show(reply, await this.followUps.tokenFor(code, visitor), visitor),
    );
  }

  /** The same page again, by the token of the first time. */
  @Post('stand')
  async refresh(
    @Body() body: unknown,
    @CurrentVisitor() visitor: Visitor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.orAskAgain(reply, '', RUN_OUT, () =>
      this.show(reply, FormValues.from(body).text('token'), visitor),
    );
  }

  @Get('stand')
  lost(@Res() reply: FastifyReply): void {
    this.askCode(reply, 200, '', undefined);
  }

  private async show(reply: FastifyReply, token: string, visitor: Visitor): Promise<void> {
    const followUp = await this.followUps.read(token, visitor);
    sendPage(reply, 200, <FollowUpPage exitUrl={this.config.EXIT_URL} followUp={followUp} token={token} />);
  }

  private async orAskAgain(
    reply: FastifyReply,
    typed: string,
    refused: string,
    show: () => Promise<void>,
  ): Promise<void> {
    try {
      await show();
    } catch (error) {
      if (error instanceof CodeRefused) this.askCode(reply, 404, typed, refused);
      else if (error instanceof TooManyTries) this.askCode(reply, 429, typed, tooMany(error.waitSeconds));
      else throw error;
    }
  }

  private askCode(reply: FastifyReply, status: number, typed: string, error: string | undefined): void {
    sendPage(reply, status, <CodePage exitUrl={this.config.EXIT_URL} typed={typed} error={error} />);
  }
}
