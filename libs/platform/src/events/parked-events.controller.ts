import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ParkedEvents } from '#messaging';
import { DataSource } from 'typeorm';
import { CurrentActor, Roles } from '../access/access.decorators.js';
import type { Actor } from '../access/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { PageQuery } from '../paging/page-query.dto.js';
import { ProblemException } from '../problem/problem.exception.js';
import { ParkedEventPageDto } from './parked-events.dto.js';

/** Events that could not be handled: seen and tried again by the BEHEERDER (contract 4, row "all"). */
@ApiTags('operations')
@Roles('BEHEERDER')
@Controller('api/v1/parked-events')
export class ParkedEventsController {
  constructor(
    private readonly parked: ParkedEvents,
    private readonly audit: AuditLog,
    private readonly source: DataSource,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Events that wait for a solution, oldest first' })
  @ApiOkResponse({ type: ParkedEventPageDto })
  async list(@Query() page: PageQuery): Promise<ParkedEventPageDto> {
    const cursor = page.cursor === undefined ? undefined : decodeCursor<string>(page.cursor);
    const { items, nextCursor } = await this.parked.list({ limit: page.limit, cursor });
    return { items, nextCursor: nextCursor === null ? null : encodeCursor(nextCursor) };
  }

  @Post(':id/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Try it again now' })
  @ApiNotFoundResponse({ description: 'No such event is parked.' })
  async replay(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    if (!(await this.parked.replay(id))) {
      throw new ProblemException(404, {
        code: 'NO_PARKED_EVENT',
        detail: {
          nl: 'Deze gebeurtenis staat niet (meer) geparkeerd.',
          en: 'This event is not parked (any more).',
          fr: "Cet événement n'est pas (ou plus) mis de côté.",
        },
      });
    }
    await this.audit.record(this.source.manager, { actor, action: 'REPLAY_PARKED_EVENT', subject: id });
  }
}
