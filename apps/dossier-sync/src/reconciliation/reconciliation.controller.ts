import { Transactions } from '#messaging';
import {
  CurrentActor,
  encodeCursor,
  IdempotentCreate,
  isIdPosition,
  PageQuery,
  pageOf,
  positionIn,
  ProblemException,
  Roles,
  type Actor,
} from '#platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DataSource, In, LessThan } from 'typeorm';
import { ReconciliationDifference } from './reconciliation-difference.entity.js';
import { ReconciliationRun } from './reconciliation-run.entity.js';
import { ReconciliationRunDto, ReconciliationRunPageDto, runOf, StartRunDto } from './reconciliation.dto.js';
import { RunStarterService } from './run-starter.service.js';

const MOST_DIFFERENCES = 1_000;

@ApiTags('reconciliation')
@Controller('api/v1/reconciliation/runs')
export class ReconciliationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly runs: RunStarterService,
  ) {}

  @Get()
  @Roles('BEHEERDER', 'AUDITOR')
  @ApiOperation({ summary: 'Comparisons of ledger and store, with their differences' })
  @ApiOkResponse({ type: ReconciliationRunPageDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ReconciliationRunPageDto> {
    const { manager } = this.dataSource;
    const rows = await manager.find(ReconciliationRun, {
      where: cursor === undefined ? {} : { id: LessThan(positionIn(cursor, isIdPosition)) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const differences = await manager.find(ReconciliationDifference, {
      where: { runId: In(rows.map(({ id }) => id)) },
      order: { runId: 'DESC', meldingId: 'ASC' },
      take: MOST_DIFFERENCES,
    });
    const shown = (run: ReconciliationRun): ReconciliationRunDto =>
      runOf(
        run,
        differences.filter(({ runId }) => runId === run.id),
      );
    return pageOf(rows, limit, shown, ({ id }) => encodeCursor(id));
  }

  @Post()
  @HttpCode(202)
  @Roles('BEHEERDER')
  @IdempotentCreate()
  @ApiOperation({ summary: 'Compares ledger and store over a period' })
  @ApiBody({
    type: StartRunDto,
    examples: {
      aMonth: { value: { receivedFrom: '2026-10-01T00:00:00Z', receivedUntil: '2026-11-01T00:00:00Z' } },
    },
  })
  @ApiResponse({ status: 202, type: ReconciliationRunDto, description: 'Will be done' })
  @ApiResponse({ status: 400, description: 'The period ends before it begins' })
  async start(@Body() body: StartRunDto, @CurrentActor() actor: Actor): Promise<ReconciliationRunDto> {
    const period = { from: new Date(body.receivedFrom), until: new Date(body.receivedUntil) };
    if (period.until <= period.from) throw emptyPeriod();
    const run = await this.transactions.run((manager) =>
      this.runs.start(manager, period, { night: null, requestedBy: actor.id }),
    );
    if (run === null) throw new Error('a run without a night is never there already');
    return runOf(run, []);
  }
}

const emptyPeriod = (): ProblemException =>
  new ProblemException(400, {
    code: 'EMPTY_PERIOD',
    detail: {
      nl: 'De periode eindigt voor ze begint. Kies een later einde.',
      en: 'The period ends before it begins. Choose a later end.',
      fr: 'La période se termine avant de commencer. Choisissez une date de fin plus tardive.',
    },
    errors: [
      {
        pointer: '/receivedUntil',
        code: 'EMPTY_PERIOD',
        message: {
          nl: 'Kies een later einde.',
          en: 'Choose a later end.',
          fr: 'Choisissez une date de fin plus tardive.',
        },
      },
    ],
  });
