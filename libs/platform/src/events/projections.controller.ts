import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Projections } from '#messaging';
import { DataSource } from 'typeorm';
import { CurrentActor, Roles } from '../access/access.decorators.js';
import type { Actor } from '../access/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { ProblemException } from '../problem/problem.exception.js';
import { ProjectionListDto } from './projections.dto.js';

/** What the service made of events: seen, and made again, by the BEHEERDER (architecture.md 4, guarantee 6). */
@ApiTags('operations')
@Roles('BEHEERDER')
@Controller('api/v1/projections')
export class ProjectionsController {
  constructor(
    private readonly projections: Projections,
    private readonly audit: AuditLog,
    private readonly source: DataSource,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is made of events, and how its last rebuild went' })
  @ApiOkResponse({ type: ProjectionListDto })
  async list(): Promise<ProjectionListDto> {
    return { items: await this.projections.list(), nextCursor: null };
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Make it again from all its events; it stays in use meanwhile' })
  @ApiNotFoundResponse({ description: 'No such projection.' })
  async rebuild(@Param('name') name: string, @CurrentActor() actor: Actor): Promise<void> {
    if (!(await this.projections.rebuild(name))) {
      throw new ProblemException(404, {
        code: 'NO_SUCH_PROJECTION',
        detail: {
          nl: 'Deze dienst houdt geen gegevens met die naam bij.',
          en: 'This service keeps no projection of that name.',
          fr: 'Ce service ne conserve pas de données sous ce nom.',
        },
      });
    }
    await this.audit.record(this.source.manager, { actor, action: 'REBUILD_PROJECTION', subject: name });
  }
}
