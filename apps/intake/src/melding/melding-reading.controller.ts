import { Controller, Get, Param } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { ReadPurpose } from '#contracts';
import { CurrentActor, Roles, Services, type Actor } from '#platform';
import { MeldingContactDto, MeldingIdParam, MeldingTraceDto, MeldingViewDto } from './melding-reading.dto.js';
import { MeldingReading } from './melding-reading.service.js';
import type { MeldingView } from './melding-view.js';
import { PURPOSE_HEADER, ReadPurposeHeader } from './read-purpose.js';

@ApiTags('meldingen for staff and services')
@ApiResponse({ status: 404, description: 'There is none, or not for your team.' })
@Controller('api/v1/meldingen/:id')
export class MeldingReadingController {
  constructor(private readonly reading: MeldingReading) {}

  @Get()
  @Roles('KB_MC', 'KB_KO', 'TEAMCOORDINATOR', 'JURIST', 'KLACHTENBEHANDELAAR', 'CRISISWACHT')
  @ApiOperation({ summary: 'Content of a melding; identity only for those who may see it; logged' })
  @ApiHeader(PURPOSE_HEADER)
  @ApiResponse({ status: 200, type: MeldingViewDto })
  read(
    @Param() { id }: MeldingIdParam,
    @CurrentActor() actor: Actor,
    @ReadPurposeHeader() purpose: ReadPurpose | undefined,
  ): Promise<MeldingView> {
    return this.reading.read(actor, id, purpose);
  }

  @Get('trace')
  @Roles('KB_MC', 'KB_KO', 'TEAMCOORDINATOR', 'JURIST', 'KLACHTENBEHANDELAAR', 'CRISISWACHT', 'AUDITOR')
  @ApiOperation({ summary: 'Each hand-over with its time and the service that confirmed it' })
  @ApiResponse({ status: 200, type: MeldingTraceDto })
  async trace(@Param() { id }: MeldingIdParam, @CurrentActor() actor: Actor): Promise<MeldingTraceDto> {
    return { items: await this.reading.trace(actor, id), nextCursor: null };
  }

  @Get('contact')
  @Services('notification')
  @ApiOperation({ summary: 'How to reach the melder, for notification' })
  @ApiResponse({ status: 200, type: MeldingContactDto })
  contact(@Param() { id }: MeldingIdParam, @CurrentActor() actor: Actor): Promise<MeldingContactDto> {
    return this.reading.contact(actor, id);
  }
}
