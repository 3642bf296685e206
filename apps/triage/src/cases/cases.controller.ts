import { AuditLog, CurrentActor, Roles, type Actor } from '#platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EntityManager } from 'typeorm';
import { CASE_READERS } from '../visibility/visibility.policy.js';
import { VisibleCases } from '../visibility/visible-case.finder.js';
import { CaseDto } from './case.dto.js';
import { CaseView } from './case-view.service.js';
import { etagOf } from './etag.js';

@ApiTags('cases')
@Roles(...CASE_READERS)
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly manager: EntityManager,
    private readonly visible: VisibleCases,
    private readonly view: CaseView,
    private readonly audit: AuditLog,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'A case: level with reasons, terms, handler, history. Every read is logged.' })
  @ApiParam({ name: 'id', format: 'uuid', description: 'id of the case, or of its melding' })
  @ApiOkResponse({ type: CaseDto })
  @ApiResponse({ status: 404, description: 'no such case, or not visible for your team' })
  async read(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDto> {
    const shown = await this.manager.transaction(async (manager) => {
      const caseId = await this.visible.idOf(manager, actor, id);
      await this.audit.record(manager, { actor, action: 'READ_CASE', subject: caseId });
      return this.view.show(manager, caseId, actor);
    });
    void reply.header('ETag', etagOf(shown));
    return shown;
  }
}
