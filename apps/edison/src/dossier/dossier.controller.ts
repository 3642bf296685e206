import { AuditLog, CurrentActor, ROLES, Roles, type Actor } from '#platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Location } from '../locations/location.entity.js';
import { unknownLocation } from '../locations/location.problems.js';
import { DossierPageDto, DossierQuery } from './dossier.dto.js';
import { TimelineQuery } from './timeline.query.js';

/** Dossiers as timelines. Each reading is written down, in the transaction of the reading (architecture.md 6). */
@ApiTags('dossier')
@Roles(...ROLES)
@Controller('api/v1')
export class DossierController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly timeline: TimelineQuery,
    private readonly audit: AuditLog,
  ) {}

  @Get('locations/:id/dossier')
  @ApiOperation({ summary: 'Timeline of a location: meldingen, inspections, complaints, handhaving, risk' })
  @ApiParam({ name: 'id', example: 'L02' })
  @ApiOkResponse({ type: DossierPageDto })
  @ApiResponse({ status: 404, description: 'Unknown location' })
  ofLocation(
    @Param('id') id: string,
    @Query() query: DossierQuery,
    @CurrentActor() actor: Actor,
  ): Promise<DossierPageDto> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await manager.existsBy(Location, { id }))) throw unknownLocation();
      await this.audit.record(manager, { actor, action: 'READ_DOSSIER', subject: id });
      return this.timeline.page(manager, id, query);
    });
  }

  @Get('dossiers/zonder-locatie')
  @ApiOperation({ summary: 'Meldingen whose location nobody has matched yet' })
  @ApiOkResponse({ type: DossierPageDto })
  withoutLocation(@Query() query: DossierQuery, @CurrentActor() actor: Actor): Promise<DossierPageDto> {
    return this.dataSource.transaction(async (manager) => {
      await this.audit.record(manager, { actor, action: 'READ_DOSSIER', subject: 'ZONDER_LOCATIE' });
      return this.timeline.page(manager, null, query);
    });
  }
}
