import {
  CurrentActor,
  encodeCursor,
  isIdPosition,
  pageOf,
  positionIn,
  ROLES,
  Roles,
  type Actor,
} from '#platform';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource, MoreThan } from 'typeorm';
import { LedgerEntry } from './ledger-entry.entity.js';
import { LedgerEntryDto, ledgerEntryOf, LedgerPageDto, LedgerPath, LedgerQuery } from './ledger.dto.js';
import { notInLedger } from './ledger.problems.js';
import { RetryService } from './retry.service.js';

/** Proof that each accepted melding is in the dossier, or on a list with an owner. */
@ApiTags('ledger')
@Controller('api/v1/ledger')
export class LedgerController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly retries: RetryService,
  ) {}

  @Get()
  @Roles(...ROLES, 'SERVICE')
  @ApiOperation({ summary: 'Hand-overs, oldest melding first' })
  @ApiOkResponse({ type: LedgerPageDto })
  async list(@Query() { state, owner, limit, cursor }: LedgerQuery): Promise<LedgerPageDto> {
    const rows = await this.dataSource.manager.find(LedgerEntry, {
      where: {
        ...(state === undefined ? {} : { state }),
        ...(owner === undefined ? {} : { owner }),
        ...(cursor === undefined ? {} : { meldingId: MoreThan(positionIn(cursor, isIdPosition)) }),
      },
      order: { meldingId: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, ledgerEntryOf, ({ meldingId }) => encodeCursor(meldingId));
  }

  @Get(':meldingId')
  @Roles(...ROLES, 'SERVICE')
  @ApiOperation({ summary: 'Hand-over of one melding' })
  @ApiOkResponse({ type: LedgerEntryDto })
  @ApiResponse({ status: 404, description: 'Not in the ledger (yet)' })
  async get(@Param() { meldingId }: LedgerPath): Promise<LedgerEntryDto> {
    const entry = await this.dataSource.manager.findOneBy(LedgerEntry, { meldingId });
    if (entry === null) throw notInLedger();
    return ledgerEntryOf(entry);
  }

  @Post(':meldingId/retry')
  @HttpCode(202)
  @Roles('BEHEERDER')
  @ApiOperation({ summary: 'Offers a refused melding, or a refused change, to the store again' })
  @ApiResponse({ status: 202, type: LedgerEntryDto, description: 'Will be tried' })
  @ApiResponse({ status: 404, description: 'Not in the ledger' })
  @ApiResponse({ status: 409, description: 'Nothing was refused' })
  async retry(@Param() { meldingId }: LedgerPath, @CurrentActor() actor: Actor): Promise<LedgerEntryDto> {
    return ledgerEntryOf(await this.retries.retry(meldingId, actor));
  }
}
