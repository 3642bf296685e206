import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, idempotencyKeyOf, Roles, type Actor } from '#platform';
import { AcceptedMeldingDto } from '../submission/accepted-melding.dto.js';
import { StaffEntry } from './staff-entry.service.js';
import { StaffMeldingDto } from './staff-melding.dto.js';
import { STAFF_MELDING_EXAMPLES } from './staff-melding.examples.js';
import { StaffMeldingPipe } from './staff-melding.pipe.js';

type StaffMelding = StaffMeldingDto;

@ApiTags('meldingen for staff and services')
@Controller('api/v1/staff/meldingen')
export class StaffEntryController {
  constructor(private readonly staffEntry: StaffEntry) {}

  @Post()
  @Roles('KB_MC', 'KB_KO', 'TEAMCOORDINATOR', 'CRISISWACHT', 'KLACHTENBEHANDELAAR')
  @ApiOperation({ summary: 'Write down a melding for somebody who phoned, wrote or came by' })
  @ApiBody({ type: StaffMeldingDto, examples: STAFF_MELDING_EXAMPLES })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'the same key and body give the first answer again',
  })
  @ApiResponse({ status: 201, type: AcceptedMeldingDto })
  @ApiResponse({ status: 400, description: 'what is wrong, per field' })
  @ApiResponse({ status: 409, description: 'The first request with this key is still running.' })
  @ApiResponse({ status: 422, description: 'The key was used with another body.' })
  async create(
    @Body(StaffMeldingPipe) input: StaffMelding,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const key = idempotencyKeyOf(request.headers['idempotency-key']);
    const scope = `POST /api/v1/staff/meldingen ${actor.kind}:${actor.id}`;
    const asked = key === undefined ? undefined : { scope, key, body: request.body };
    const { status, headers, body } = await this.staffEntry.enter(actor, input, asked);
    void reply.status(status).headers(headers);
    return body;
  }
}
