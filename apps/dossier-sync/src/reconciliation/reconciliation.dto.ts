import { IsMoment } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  DIFFERENCES,
  type Difference,
  type ReconciliationDifference,
} from './reconciliation-difference.entity.js';
import { RUN_STATES, type ReconciliationRun, type RunState } from './reconciliation-run.entity.js';

export class StartRunDto {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-01T00:00:00.000Z',
    description: 'Received at this time or later',
  })
  @IsMoment()
  receivedFrom: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-12-01T00:00:00.000Z',
    description: 'Received before this time',
  })
  @IsMoment()
  receivedUntil: string;
}

export class ReconciliationDifferenceDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60' })
  meldingId: string;

  @ApiProperty({ enum: DIFFERENCES, example: 'MISSING_IN_STORE' })
  difference: Difference;

  @ApiProperty({ example: 'BEHEERDER', description: 'Who looks at it' })
  owner: string;
}

export class ReconciliationRunDto {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f64' })
  id: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-22',
    description: 'Null: asked for',
  })
  night: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  requestedBy: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-01T00:00:00.000Z' })
  receivedFrom: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-01T00:00:00.000Z' })
  receivedUntil: string;

  @ApiProperty({ enum: RUN_STATES, example: 'FINISHED' })
  state: RunState;

  @ApiProperty({ format: 'date-time', example: '2026-11-22T01:00:00.000Z' })
  startedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-22T01:00:04.000Z' })
  endedAt: string | null;

  @ApiProperty({ type: 'integer', example: 25, description: 'By intake itself' })
  accepted: number;

  @ApiProperty({ type: 'integer', example: 25, description: 'Of the accepted: in the dossier' })
  registered: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'Of the accepted: not in the dossier yet' })
  waiting: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'Of the accepted: refused by the store' })
  refused: number;

  @ApiProperty({ type: 'integer', example: 25, description: 'Meldingen that the store listed' })
  read: number;

  @ApiProperty({ type: 'integer', example: 25 })
  matching: number;

  @ApiProperty({ type: 'integer', example: 0, description: 'Waiting or refused: see the ledger' })
  open: number;

  @ApiProperty({ type: [ReconciliationDifferenceDto], description: 'At most 1,000', example: [] })
  differences: ReconciliationDifferenceDto[];
}

export class ReconciliationRunPageDto {
  @ApiProperty({ type: [ReconciliationRunDto], description: 'Newest first' })
  items: ReconciliationRunDto[];

  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor: string | null;
}

export const runOf = (
  run: ReconciliationRun,
  differences: ReconciliationDifference[],
): ReconciliationRunDto => ({
  id: run.id,
  night: run.night,
  requestedBy: run.requestedBy,
  receivedFrom: run.receivedFrom.toISOString(),
  receivedUntil: run.receivedUntil.toISOString(),
  state: run.state,
  startedAt: run.startedAt.toISOString(),
  endedAt: run.endedAt?.toISOString() ?? null,
  accepted: run.accepted,
  registered: run.registered,
  waiting: run.waiting,
  refused: run.refused,
  read: run.read,
  matching: run.matching,
  open: run.open,
  differences: differences.map(({ meldingId, difference, owner }) => ({ meldingId, difference, owner })),
});
