import { Roles, Services } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, MoreThan } from 'typeorm';
import { ChangePageDto, ChangeQuery, type ChangeDto } from './change.dto.js';
import { Change } from './change.entity.js';

/** The change feed: how other systems hear what changed in the register. */
@ApiTags('changes')
@Controller('api/v1/changes')
export class ChangeController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Roles('BEHEERDER')
  @Services('dossier-sync')
  @ApiOperation({ summary: 'What changed after a place in the feed, oldest first' })
  @ApiOkResponse({ type: ChangePageDto })
  async after(@Query() { after, limit }: ChangeQuery): Promise<ChangePageDto> {
    const changes = await this.dataSource.manager.find(Change, {
      where: { sequence: MoreThan(String(after)) },
      order: { sequence: 'ASC' },
      take: limit,
    });
    return { items: changes.map(shown), nextAfter: Number(changes.at(-1)?.sequence ?? after) };
  }
}

const shown = (change: Change): ChangeDto => ({
  sequence: Number(change.sequence),
  type: change.type,
  location: change.location,
  handhaving: change.handhaving,
  recordedAt: change.recordedAt.toISOString(),
});
