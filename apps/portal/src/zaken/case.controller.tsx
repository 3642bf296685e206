import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock, ServiceAnswered } from '#platform';
import { NO_ERRORS } from '../design/form-errors.js';
import { FormValues } from '../design/form-values.js';
import { redirectTo } from '../page/render-page.js';
import { CurrentSession, StaffPage } from '../session/staff-page.decorator.js';
import type { StaffSession } from '../session/staff-session.js';
import { StaffPages } from '../staff/staff-pages.service.js';
import type { Attempt } from './action-forms.component.js';
import { readAction } from './case-action.js';
import type { ActionRequest } from './case-answers.js';
import { CasePage } from './case-page.component.js';
import { CaseClient } from './case.client.js';
import { refusalOf } from './refusal.js';

interface Asked {
  session: StaffSession;
  id: string;
  reply: FastifyReply;
}

interface Refused {
  status: number;
  attempt: Attempt;
  refusal: string | undefined;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@ApiExcludeController()
@StaffPage()
@Controller('zaken/:id')
export class CaseController {
  constructor(
    private readonly cases: CaseClient,
    private readonly pages: StaffPages,
    private readonly clock: Clock,
  ) {}

  @Get()
  async read(
    @Param('id') id: string,
    @CurrentSession() session: StaffSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show({ session, id: caseId(id), reply }, undefined);
  }

  @Post()
  async act(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentSession() session: StaffSession,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const values = FormValues.from(body);
    const asked = { session, id: caseId(id), reply };
    const form = values.text('form');
    const read = readAction(values);
    if ('unreadable' in read) throw new BadRequestException();
    if ('errors' in read) {
      await this.show(asked, {
        status: 400,
        attempt: { form, values, errors: read.errors },
        refusal: undefined,
      });
      return;
    }
    await this.perform(asked, read.request, { form, values, errors: NO_ERRORS });
  }

  private async perform(asked: Asked, request: ActionRequest, attempt: Attempt): Promise<void> {
    try {
      await this.cases.act(asked.session, asked.id, request);
      redirectTo(asked.reply, `/zaken/${asked.id}`);
    } catch (error) {
      if (!(error instanceof ServiceAnswered) || error.status === 401 || error.status >= 500) throw error;
      const { errors, refusal } = refusalOf(error, request.action);
      await this.show(asked, { status: error.status, attempt: { ...attempt, errors }, refusal });
    }
  }

  private async show({ session, id, reply }: Asked, refused: Refused | undefined): Promise<void> {
    const detail = await this.cases.theCase(session, id);
    const [content, trace] = await Promise.all([
      this.cases.content(session, detail.meldingId),
      this.cases.trace(session, detail.meldingId),
    ]);
    this.pages.send(
      reply,
      refused?.status ?? 200,
      <CasePage
        session={session}
        detail={detail}
        content={content}
        trace={trace}
        attempt={refused?.attempt}
        refusal={refused?.refusal}
        sendKey={randomUUID()}
        now={this.clock.now()}
      />,
    );
  }
}

function caseId(id: string): string {
  if (!ID.test(id)) throw new NotFoundException();
  return id;
}
