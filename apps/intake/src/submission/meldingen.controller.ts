import { Body, Controller, HttpStatus, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idempotencyKeyOf, PublicRoute } from '#platform';
import { PublicRateLimit } from '../public-rate/public-rate.guard.js';
import { AcceptedMeldingDto } from './accepted-melding.dto.js';
import { FormOriginGuard } from './form-origin.guard.js';
import { FORM_TYPE, isForm } from './form-request.js';
import { MELDING_EXAMPLES } from './melding.examples.js';
import type { MeldingInput } from './melding-input.js';
import { PublicMeldingDto } from './public-melding.dto.js';
import { PublicMeldingPipe } from './public-melding.pipe.js';
import { SubmissionService } from './submission.service.js';

const SCOPE = 'POST /api/v1/meldingen PUBLIC';

@ApiTags('meldingen')
@PublicRoute()
@Controller('api/v1/meldingen')
export class MeldingenController {
  constructor(private readonly submission: SubmissionService) {}

  @Post()
  @PublicRateLimit()
  @UseGuards(FormOriginGuard)
  @ApiOperation({ summary: 'Send a melding, klacht, question or feedback; no login' })
  @ApiConsumes('application/json', FORM_TYPE)
  @ApiBody({ type: PublicMeldingDto, examples: MELDING_EXAMPLES })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '8 to 200 visible ASCII characters: the same key and body give the first answer again',
  })
  @ApiResponse({ status: 201, type: AcceptedMeldingDto, description: 'durably stored and announced' })
  @ApiResponse({
    status: 303,
    description: 'a plain form was accepted; the page shows reference and code once',
  })
  @ApiResponse({ status: 400, description: 'what is wrong, per field' })
  @ApiResponse({ status: 409, description: 'The first request with this key is still running.' })
  @ApiResponse({ status: 422, description: 'The key was used with another body.' })
  @ApiResponse({ status: 503, description: 'nothing was stored; try again after Retry-After' })
  async create(
    @Body(PublicMeldingPipe) input: MeldingInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (isForm(request)) {
      void reply.status(HttpStatus.SEE_OTHER).header('Location', await this.submission.submitForm(input));
      return undefined;
    }
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    const { status, headers, body } = await this.submission.submit(
      input,
      key === undefined ? undefined : { scope: SCOPE, key, body: request.body },
    );
    void reply.status(status).headers(headers);
    return body;
  }
}
