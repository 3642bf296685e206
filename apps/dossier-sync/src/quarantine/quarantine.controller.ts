import { encodeCursor, isIdPosition, PageQuery, pageOf, positionIn, Roles } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, MoreThan } from 'typeorm';
import { QuarantineRow } from './quarantine-row.entity.js';
import { QuarantinePageDto, type QuarantineRowDto } from './quarantine.dto.js';

@ApiTags('quarantine')
@Roles('BEHEERDER')
@Controller('api/v1/quarantine')
export class QuarantineController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: 'Rows of other systems that could not be understood, oldest first' })
  @ApiOkResponse({ type: QuarantinePageDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<QuarantinePageDto> {
    const rows = await this.dataSource.manager.find(QuarantineRow, {
      where: cursor === undefined ? {} : { id: MoreThan(positionIn(cursor, isIdPosition)) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, shown, ({ id }) => encodeCursor(id));
  }
}

const shown = ({ quarantinedAt, ...row }: QuarantineRow): QuarantineRowDto => ({
  ...row,
  quarantinedAt: quarantinedAt.toISOString(),
});
