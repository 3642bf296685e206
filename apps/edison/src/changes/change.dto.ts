import { ENFORCEMENT_STATES, LICENCE_STATES, type EnforcementState, type LicenceState } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import {
  LOCATION_TYPES,
  RISK_BANDS,
  SUBSIDY_STEPS,
  type LocationType,
  type RiskBand,
  type SubsidyStep,
} from '../locations/location-codes.js';
import { CHANGE_TYPES, type ChangeType } from './change.entity.js';
import type { HandhavingTransition } from './handhaving-transition.js';
import type { LocationSnapshot } from './location-snapshot.js';

export class ChangeQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: '`nextAfter` of the previous answer',
  })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after: number = 0;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

export class LocationSnapshotDto implements LocationSnapshot {
  @ApiProperty({ example: 'L02' })
  locationId: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  revision: number;

  @ApiProperty({ example: "'t Fluwelen Fazantje" })
  name: string;

  @ApiProperty({ enum: LOCATION_TYPES, example: 'GROEPSOPVANG' })
  type: LocationType;

  @ApiProperty({ example: 'Verzinbeke' })
  municipality: string;

  @ApiProperty({ example: '44999' })
  nisCode: string;

  @ApiProperty({ type: String, nullable: true, example: 'Oost-Vlaanderen' })
  province: string | null;

  @ApiProperty({ type: 'integer', example: 18 })
  licensedPlaces: number;

  @ApiProperty({ example: false })
  incomeTariff: boolean;

  @ApiProperty({ enum: SUBSIDY_STEPS, nullable: true, example: 'T1' })
  subsidyStep: SubsidyStep | null;

  @ApiProperty({ example: 'O2' })
  organisatorId: string;

  @ApiProperty({ example: 'Fazantje bv' })
  organisatorName: string;

  @ApiProperty({ type: String, nullable: true, example: 'kb.ko.oost1' })
  spoc: string | null;

  @ApiProperty({ enum: LICENCE_STATES, example: 'VERGUND' })
  licenceState: LicenceState;

  @ApiProperty({ enum: ENFORCEMENT_STATES, example: 'AANMANING' })
  enforcementState: EnforcementState;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  schorsingEndedOn: string | null;

  @ApiProperty({ enum: RISK_BANDS, nullable: true, example: null })
  riskBand: RiskBand | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  changedAt: string;
}

export class HandhavingTransitionDto implements HandhavingTransition {
  @ApiProperty({ example: 'L02' })
  locationId: string;

  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f62' })
  handhavingId: string;

  @ApiProperty({ enum: ENFORCEMENT_STATES, example: 'AANMANING' })
  state: EnforcementState;

  @ApiProperty({ enum: ENFORCEMENT_STATES, nullable: true, example: null })
  previousState: EnforcementState | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  effectiveOn: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  changedAt: string;
}

export class ChangeDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 7 })
  sequence: number;

  @ApiProperty({ enum: CHANGE_TYPES, example: 'LOCATION_CHANGED' })
  type: ChangeType;

  @ApiProperty({
    type: LocationSnapshotDto,
    nullable: true,
    description: 'The whole location after the change',
  })
  location: LocationSnapshotDto | null;

  @ApiProperty({ type: HandhavingTransitionDto, nullable: true, example: null })
  handhaving: HandhavingTransitionDto | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  recordedAt: string;
}

export class ChangePageDto {
  @ApiProperty({ type: [ChangeDto], description: 'In order, without gaps' })
  items: ChangeDto[];

  @ApiProperty({ type: 'integer', example: 7, description: 'Give it as `after` the next time' })
  nextAfter: number;
}
