import { CurrentActor, Roles, type Actor } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CASE_READERS } from '../visibility/visibility.policy.js';
import { WorklistPageDto } from './worklist-item.dto.js';
import { WorklistQuery } from './worklist-query.dto.js';
import { Worklist } from './worklist.service.js';

@ApiTags('worklist')
@Roles(...CASE_READERS)
@Controller('api/v1/worklist')
export class WorklistController {
  constructor(private readonly worklist: Worklist) {}

  @Get()
  @ApiOperation({ summary: 'The cases that you see, by urgency, then due time' })
  @ApiOkResponse({ type: WorklistPageDto })
  async list(@Query() query: WorklistQuery, @CurrentActor() actor: Actor): Promise<WorklistPageDto> {
    return this.worklist.page(query, actor);
  }
}
