import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transactions } from '#messaging';
import { AuditLog, CurrentActor, Services, type Actor } from '#platform';
import { AcceptedPageDto } from './accepted-listing.dto.js';
import { AcceptedPeriodQuery } from './accepted-period.query.dto.js';
import { AcceptedReader } from './accepted.reader.js';

@ApiTags('meldingen for staff and services')
@Controller('api/v1/meldingen')
export class AcceptedController {
  constructor(
    private readonly transactions: Transactions,
    private readonly accepted: AcceptedReader,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @Services('dossier-sync')
  @ApiOperation({ summary: 'Accepted meldingen of a period, to count them against the dossier' })
  @ApiOkResponse({ type: AcceptedPageDto })
  list(@Query() query: AcceptedPeriodQuery, @CurrentActor() actor: Actor): Promise<AcceptedPageDto> {
    return this.transactions.run(async (manager) => {
      const purpose = 'RECONCILIATION';
      await this.audit.record(manager, { actor, action: 'LIST_MELDINGEN', subject: 'MELDINGEN', purpose });
      return this.accepted.page(manager, query);
    });
  }
}
