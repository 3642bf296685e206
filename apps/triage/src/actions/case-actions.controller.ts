import { CurrentActor, IdempotentCreate, Roles, type Actor } from '#platform';
import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CaseDto } from '../cases/case.dto.js';
import { etagOf } from '../cases/etag.js';
import { CaseActionDto } from './case-action.dto.js';
import { CASE_ACTION_EXAMPLES } from './case-action.examples.js';
import { CaseActions } from './case-actions.service.js';
import { CASE_WORKERS } from './handling.policy.js';

@ApiTags('cases')
@Roles(...CASE_WORKERS)
@Controller('api/v1/cases/:id/actions')
export class CaseActionsController {
  constructor(private readonly actions: CaseActions) {}

  @Post()
  @HttpCode(200)
  @IdempotentCreate()
  @ApiOperation({ summary: 'Assign, start or raise a case. Answers the case as it is afterwards.' })
  @ApiParam({ name: 'id', format: 'uuid', description: 'id of the case, or of its melding' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'ETag of the case as you saw it; required to reassign',
  })
  @ApiBody({ type: CaseActionDto, examples: CASE_ACTION_EXAMPLES })
  @ApiOkResponse({ type: CaseDto })
  @ApiResponse({ status: 400, description: 'unknown action, or one that misses something' })
  @ApiResponse({ status: 403, description: 'your function or team may not do this' })
  @ApiResponse({ status: 404, description: 'no such case, or not visible for your team' })
  @ApiResponse({ status: 409, description: 'somebody else was first' })
  @ApiResponse({ status: 412, description: 'the case changed since you saw it' })
  async act(
    @Param('id') caseId: string,
    @Body() action: CaseActionDto,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDto> {
    const shown = await this.actions.perform({ actor, caseId, ifMatch }, action);
    void reply.header('ETag', etagOf(shown));
    return shown;
  }
}
