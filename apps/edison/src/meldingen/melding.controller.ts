import { AuditLog, CurrentActor, ROLES, Roles, Services, type Actor } from '#platform';
import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { entityTag } from './if-match.js';
import { MeldingLink } from './melding-link.entity.js';
import { contentOf, MeldingPath, MeldingRegistrationDto } from './melding-registration.dto.js';
import { MeldingListDto, MeldingListQuery } from './melding-list.dto.js';
import { MeldingListReader } from './melding-list.reader.js';
import { MELDING_REGISTRATION_EXAMPLES } from './melding-registration.examples.js';
import { unknownMelding } from './melding.problems.js';
import {
  RegisteredMeldingDto,
  registeredMeldingOf,
  RegistrationDto,
  registrationOf,
} from './registered-melding.dto.js';
import { RegistrationService } from './registration.service.js';

@ApiTags('meldingen')
@Controller('api/v1/meldingen')
export class MeldingController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registration: RegistrationService,
    private readonly meldingen: MeldingListReader,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @Roles('BEHEERDER', 'AUDITOR')
  @Services('dossier-sync')
  @ApiOperation({ summary: 'What is registered of the meldingen received in a period' })
  @ApiOkResponse({ type: MeldingListDto })
  list(@Query() query: MeldingListQuery, @CurrentActor() actor: Actor): Promise<MeldingListDto> {
    return this.dataSource.transaction(async (manager) => {
      await this.audit.record(manager, { actor, action: 'LIST_MELDINGEN', subject: 'MELDINGEN' });
      return this.meldingen.page(manager, query);
    });
  }

  @Put(':meldingId')
  @Services('dossier-sync')
  @ApiOperation({ summary: 'Registers a melding, or changes what is registered of it' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'Entity tag of the version to change' })
  @ApiBody({ type: MeldingRegistrationDto, examples: MELDING_REGISTRATION_EXAMPLES })
  @ApiCreatedResponse({ type: RegistrationDto, description: 'Registered' })
  @ApiOkResponse({ type: RegistrationDto, description: 'Changed, or the same as before' })
  @ApiResponse({ status: 412, description: 'Changed meanwhile' })
  @ApiResponse({ status: 422, description: 'Unknown location' })
  @ApiResponse({ status: 428, description: 'Exists with another content and If-Match is missing' })
  async put(
    @Param() { meldingId }: MeldingPath,
    @Body() body: MeldingRegistrationDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegistrationDto> {
    const { outcome, link } = await this.registration.put(meldingId, contentOf(body), ifMatch);
    void reply.code(outcome === 'CREATED' ? 201 : 200).header('etag', entityTag(link.version));
    return registrationOf(link);
  }

  @Get(':meldingId')
  @Roles(...ROLES)
  @Services('dossier-sync')
  @ApiOperation({ summary: 'What is registered of a melding' })
  @ApiOkResponse({ type: RegisteredMeldingDto })
  @ApiResponse({ status: 404, description: 'Not registered' })
  async get(
    @Param() { meldingId }: MeldingPath,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegisteredMeldingDto> {
    return this.dataSource.transaction(async (manager) => {
      const link = await manager.findOneBy(MeldingLink, { meldingId });
      if (link === null) throw unknownMelding();
      await this.audit.record(manager, { actor, action: 'READ_MELDING', subject: meldingId });
      void reply.header('etag', entityTag(link.version));
      return registeredMeldingOf(link);
    });
  }
}
