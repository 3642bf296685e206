import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Services, type Actor } from '#platform';
import { MeldingIdParam } from './melding-reading.dto.js';
import { MeldingReading } from './melding-reading.service.js';
import {
  MELDING_TEXTS_EXAMPLES,
  MeldingTextDto,
  MeldingTextsDto,
  MeldingTextsQuery,
} from './melding-texts.dto.js';

/** What melders wrote, for triage alone; each that is read is logged. */
@ApiTags('meldingen for staff and services')
@Controller('api/v1/meldingen')
@Services('triage')
export class MeldingTextsController {
  constructor(private readonly reading: MeldingReading) {}

  @Get(':id/text')
  @ApiOperation({ summary: 'The words of the melder, for triage' })
  @ApiResponse({ status: 200, type: MeldingTextDto })
  @ApiResponse({ status: 404, description: 'There is none.' })
  text(@Param() { id }: MeldingIdParam, @CurrentActor() actor: Actor): Promise<MeldingTextDto> {
    return this.reading.text(actor, id);
  }

  @Post('texts')
  @HttpCode(200)
  @ApiBody({ type: MeldingTextsQuery, examples: MELDING_TEXTS_EXAMPLES })
  @ApiOperation({ summary: 'The words of several melders, for triage; each is logged as read' })
  @ApiResponse({ status: 200, type: MeldingTextsDto })
  async texts(@Body() { ids }: MeldingTextsQuery, @CurrentActor() actor: Actor): Promise<MeldingTextsDto> {
    return { items: await this.reading.texts(actor, [...new Set(ids)]) };
  }
}
